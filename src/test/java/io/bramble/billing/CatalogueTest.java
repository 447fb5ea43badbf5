package io.bramble.billing;

import static java.nio.file.Files.writeString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {
    private static final String FREE = """
            about: {title: Free, summary: Small things}
            card: {plan: free, version: 1, effective_from: 2026-11-01, currency: USD, placement: SHARED}
            limits: {storage: 10 GiB, buckets: 5, keys: 10}
            """;

    @TempDir
    Path folder;

    @Test
    void three_plans_are_on_offer_with_their_limits() {
        var plans = plansOn(new Catalogue(""), "2026-11-23T00:00:00Z");
        assertThat(plans.all()).extracting(Plan::code).containsExactly("free", "pro", "dedicated");
        assertThat(plans.plan("free").limits()).isEqualTo(new PlanLimits(10L << 30, 5, 10, 20L << 30, 1_000_000L, 0));
        assertThat(plans.plan("free").card().isFree()).isTrue();
        assertThat(plans.plan("pro").card().minimumInvoiceMinor()).isEqualTo(100);
        assertThatThrownBy(() -> plans.plan("gold")).isInstanceOf(PlanNotFound.class);
    }

    @Test
    void a_newer_card_takes_over_on_its_day() throws IOException {
        writeString(
                folder.resolve("free.yaml"),
                FREE + "---\n"
                        + FREE.replace("version: 1", "version: 2")
                                .replace("2026-11-01", "2027-02-01")
                                .replace("buckets: 5", "buckets: 7"));
        var catalogue = new Catalogue(folder.toString());
        assertThat(plansOn(catalogue, "2027-01-31T23:59:59Z")
                        .plan("free")
                        .limits()
                        .buckets())
                .isEqualTo(5);
        assertThat(plansOn(catalogue, "2027-02-01T00:00:00Z")
                        .plan("free")
                        .limits()
                        .buckets())
                .isEqualTo(7);
    }

    @Test
    void texts_and_order_of_lines_may_change_without_a_new_version_but_terms_may_not() throws IOException {
        var one = digest(FREE);
        assertThat(digest(FREE.replace("Small things", "Tiny things"))).isEqualTo(one);
        assertThat(digest(FREE.replace("buckets: 5, keys: 10", "keys: 10, buckets: 5")))
                .isEqualTo(one);
        assertThat(digest(FREE.replace("keys: 10", "keys: 11"))).isNotEqualTo(one);
    }

    @Test
    void a_mistake_in_a_file_is_named_with_its_place() throws IOException {
        assertRefused(FREE.replace("10 GiB", "10 GB"), "limits.storage must be a whole number or one like '10 GiB'");
        assertRefused(FREE.replace("keys: 10", "kyes: 10"), "limits does not know 'kyes'");
        assertRefused(FREE.replace(", keys: 10", ""), "limits.keys is missing");
        assertRefused(FREE + "---\n" + FREE, "two cards of plan free version 1");
        assertRefused(
                FREE + "prices: {EGRESS: {unit: GIB, tiers: [{price: cheap}]}}",
                "prices.EGRESS.tiers[0].price must be a number");
    }

    private String digest(String yaml) throws IOException {
        writeString(folder.resolve("card.yaml"), yaml);
        return new Catalogue(folder.toString()).entries().getFirst().digest();
    }

    private void assertRefused(String yaml, String complaint) {
        assertThatThrownBy(() -> digest(yaml))
                .isInstanceOf(InvalidCatalogue.class)
                .hasMessageContaining(complaint);
    }

    private static Plans plansOn(Catalogue catalogue, String instant) {
        return new Plans(catalogue, Clock.fixed(Instant.parse(instant), ZoneOffset.UTC));
    }
}
