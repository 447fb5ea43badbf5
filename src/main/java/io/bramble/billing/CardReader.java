package io.bramble.billing;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Turns a YAML file into rate cards, refusing what it does not know. */
final class CardReader {
    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private CardReader() {}

    static List<Catalogue.Entry> read(Resource file) {
        var entries = new ArrayList<Catalogue.Entry>();
        try (var in = file.getInputStream()) {
            for (var document : yaml().loadAll(in)) entries.add(entry(new Section("", document)));
            return entries;
        } catch (RuntimeException | IOException e) {
            throw new InvalidCatalogue(
                    file.getDescription() + ", card " + (entries.size() + 1) + ": " + e.getMessage(), e);
        }
    }

    private static Catalogue.Entry entry(Section document) {
        document.allow("about", "card", "limits", "prices");
        var about = document.section("about").allow("title", "summary");
        var card = card(document);
        var terms = document.without("about");
        var canonical = CANONICAL.writeValueAsString(terms);
        return new Catalogue.Entry(
                new Plan(card.plan(), about.text("title"), about.text("summary"), card), canonical, sha256(canonical));
    }

    private static RateCard card(Section document) {
        var card = document.section("card")
                .allow("plan", "version", "effective_from", "currency", "placement", "minimum_invoice");
        var currency = Currency.getInstance(card.text("currency"));
        return new RateCard(
                card.text("plan"),
                card.amount("version").intValueExact(),
                LocalDate.parse(card.text("effective_from")),
                currency,
                card.text("placement"),
                card.has("minimum_invoice")
                        ? card.decimal("minimum_invoice")
                                .movePointRight(currency.getDefaultFractionDigits())
                                .longValueExact()
                        : 0,
                limits(document.section("limits")),
                document.has("prices") ? prices(document.section("prices")) : Map.of());
    }

    private static PlanLimits limits(Section limits) {
        limits.allow("storage", "buckets", "keys", "egress_month", "requests_month", "engines");
        return new PlanLimits(
                limits.amount("storage").longValueExact(),
                limits.amount("buckets").intValueExact(),
                limits.amount("keys").intValueExact(),
                limits.has("egress_month") ? limits.amount("egress_month").longValueExact() : null,
                limits.has("requests_month") ? limits.amount("requests_month").longValueExact() : null,
                limits.has("engines") ? limits.amount("engines").intValueExact() : 0);
    }

    private static Map<Meter, Price> prices(Section prices) {
        var byMeter = new EnumMap<Meter, Price>(Meter.class);
        for (var meter : prices.names()) byMeter.put(Meter.valueOf(meter), price(prices.section(meter)));
        return byMeter;
    }

    private static Price price(Section price) {
        price.allow("unit", "included", "tiers");
        var tiers = price.sections("tiers").stream()
                .map(tier -> tier.allow("up_to", "price"))
                .map(tier -> new Price.Tier(tier.has("up_to") ? tier.amount("up_to") : null, tier.decimal("price")))
                .toList();
        var included = price.has("included") ? price.amount("included") : BigInteger.ZERO;
        return new Price(Unit.valueOf(price.text("unit")), included, tiers);
    }

    /** Every scalar stays text: a price must never be a floating point number, not even for a moment. */
    private static Yaml yaml() {
        var loading = new LoaderOptions();
        loading.setAllowDuplicateKeys(false);
        var dumping = new DumperOptions();
        var onlyText = new Resolver() {
            @Override
            protected void addImplicitResolvers() {}
        };
        return new Yaml(new SafeConstructor(loading), new Representer(dumping), dumping, loading, onlyText);
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
