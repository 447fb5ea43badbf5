package io.bramble.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.bramble.billing.Estimate;
import io.bramble.billing.Meter;
import io.bramble.billing.Plans;
import io.bramble.billing.Quantities;
import io.bramble.billing.Window;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;

@SpringBootTest(
        classes = PublicPagesTest.OnlyPublicPages.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "bramble.url=https://bramble.example.org",
            "bramble.storage.endpoint=https://{namespace}.s3.example.org",
            "bramble.storage.region=eu-home-1",
            "bramble.terms.version=2026-07",
            "bramble.operator.name=Anna's Storage"
        })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublicPagesTest {
    /** Served by other modules. */
    private static final List<String> ELSEWHERE = List.of("/console/", "/oauth2/authorization/keycloak", "/api/v1/");

    private static final int BUDGET_BYTES = 100_000;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Map<String, Document> pages = new LinkedHashMap<>();

    @LocalServerPort
    private int port;

    @Autowired
    private Plans plans;

    @Autowired
    private Clock clock;

    @Test
    void every_page_answers_and_every_internal_link_and_anchor_leads_somewhere() throws Exception {
        crawl();
        assertThat(pages.keySet())
                .contains("/", "/pricing", "/docs", "/docs/tools", "/docs/api", "/legal/terms", "/legal/imprint");
        var broken = new TreeSet<String>();
        for (var page : pages.entrySet())
            for (var link : links(page.getValue(), page.getKey())) {
                var target = pages.get(link.getPath());
                if (target == null && get(link.getPath()).statusCode() != 200)
                    broken.add(page.getKey() + " -> " + link);
                var anchor = link.getFragment();
                if (target != null && anchor != null && target.getElementById(anchor) == null)
                    broken.add(page.getKey() + " -> " + link);
            }
        assertThat(broken).isEmpty();
    }

    @Test
    void no_page_sets_a_cookie_or_needs_anything_from_another_server() throws Exception {
        for (var page : crawl().entrySet()) {
            var answer = get(page.getKey());
            assertThat(answer.headers().firstValue("Set-Cookie"))
                    .as(page.getKey())
                    .isEmpty();
            assertThat(answer.headers().firstValue("Cache-Control")).hasValue("max-age=300, public");
            assertThat(text(answer)).doesNotContain("jsessionid");
            assertThat(parts(page.getValue())).allMatch(part -> part.startsWith("/"));
            assertThat(page.getValue().select("[style], style, script:not([src])"))
                    .as("inline code on " + page.getKey())
                    .isEmpty();
        }
    }

    @Test
    void every_page_with_all_it_loads_stays_within_100_kilobytes() throws Exception {
        for (var page : crawl().entrySet()) {
            var bytes = get(page.getKey()).body().length;
            for (var part : parts(page.getValue())) bytes += get(part).body().length;
            assertThat(bytes).as(page.getKey()).isLessThanOrEqualTo(BUDGET_BYTES);
        }
    }

    @Test
    void files_of_the_pages_carry_their_digest_and_are_kept_for_ever() throws Exception {
        var sheet =
                parts(page("/")).stream().filter(part -> part.endsWith(".css")).findFirst();
        assertThat(sheet.orElseThrow()).matches("/site/site-[0-9a-f]{32}\\.css");
        assertThat(get(sheet.get()).headers().firstValue("Cache-Control"))
                .hasValue("max-age=31536000, public, immutable");
    }

    @Test
    void the_prices_are_the_catalogues() throws Exception {
        var text = page("/pricing").text();
        for (var plan : plans.all()) {
            assertThat(text)
                    .contains(
                            plan.title(),
                            plan.summary(),
                            Numbers.bytes(plan.limits().storageBytes()));
            for (var price : plan.card().prices().values())
                for (var tier : price.tiers())
                    assertThat(text)
                            .contains(Numbers.price(tier.price(), plan.card().currency()));
        }
        var pro = plans.plan("pro").card();
        var november = Window.of(YearMonth.of(2026, 11));
        var tebibyte = Quantities.NONE.plusStored(1L << 40, november).of(Meter.STORAGE);
        var priceOfTebibyte = pro.priceOf(Meter.STORAGE, tebibyte, november).toString();
        assertThat(text).contains(priceOfTebibyte + " for a TiB in 30 days");
        assertThat(page("/").text()).contains(priceOfTebibyte + " a TiB");
    }

    @Test
    void the_calculator_rates_with_the_code_that_bills() throws Exception {
        var month = Window.of(YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC)));
        var used = Quantities.NONE
                .plusStored(250L << 30, month)
                .plus(Meter.EGRESS, 400L << 30)
                .plus(Meter.REQUESTS_A, 3_200_000)
                .plus(Meter.REQUESTS_B, 40_000_000);
        var expected = Estimate.of(plans.plan("pro").card(), used, month).total();
        var results = page("/pricing?stored=250&downloaded=400&writes=3200000&reads=40000000")
                .select(".result");
        assertThat(results.eachText())
                .anyMatch(result -> result.startsWith("Free too small holds up to 10 GiB"))
                .anyMatch(result -> result.startsWith("Pro lowest for this " + expected));
    }

    @Test
    void the_calculator_says_what_is_wrong_at_the_field_and_never_echoes_markup() throws Exception {
        for (var typed : List.of("-1", "1e9", "9999999999999999999", "lots", "%3Cscript%3E", "1000000001")) {
            var page = page("/pricing?stored=" + typed + "&reads=1");
            assertThat(page.select("#stored-error").text()).isEqualTo("Type a whole number from 0 to 1,000,000,000.");
            assertThat(page.select("#stored").attr("aria-describedby")).isEqualTo("stored-error");
            assertThat(page.select(".result, #reads-error, form script")).isEmpty();
        }
    }

    @Test
    void the_guides_snippets_name_this_installations_endpoint_and_region() throws Exception {
        for (var slug : List.of("getting-started", "tools"))
            assertThat(page("/docs/" + slug).select("pre").text())
                    .contains("https://your-namespace.s3.example.org", "eu-home-1");
        assertThat(page("/").select("pre").text()).contains("https://your-namespace.s3.example.org", "eu-home-1");
        assertThat(page("/docs/api").select("pre").text()).contains("https://bramble.example.org/api/v1/buckets");
    }

    @Test
    void every_problem_that_the_api_tells_is_explained_and_no_other() throws Exception {
        var told = Pattern.compile("(?:HttpStatus\\.[A-Z_]+,|write\\(response,)\\s*\"([a-z-]+)\"")
                .matcher(sources("src/main/java/io/bramble/api") + sources("src/main/java/io/bramble/security"))
                .results()
                .map(match -> match.group(1))
                .collect(toSet());
        assertThat(page("/docs/problems").select("h2[id]").eachAttr("id")).containsExactlyInAnyOrderElementsOf(told);
        var redirect = get("/docs/problems/not-found");
        assertThat(redirect.statusCode()).isEqualTo(302);
        assertThat(redirect.headers().firstValue("Location").orElseThrow()).endsWith("/docs/problems#not-found");
    }

    private static String sources(String folder) throws IOException {
        try (var files = Files.list(Path.of(folder))) {
            var text = new StringBuilder();
            for (var file : files.filter(Files::isRegularFile).toList()) text.append(Files.readString(file));
            return text.toString();
        }
    }

    @Test
    void the_operator_and_the_version_of_the_terms_are_named() throws Exception {
        assertThat(page("/legal/terms").text()).contains("Anna's Storage", "Version 2026-07");
        assertThat(page("/legal/imprint").text()).contains("Anna's Storage");
    }

    @Test
    void what_does_not_exist_is_a_page_in_the_same_look() throws Exception {
        for (var path : List.of("/nothing", "/docs/nothing", "/legal/nothing", "/site/nothing.css")) {
            var answer = get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(text(answer)).as(path).contains("There is nothing here", "class=\"top\"");
        }
        assertThat(text(get("/api/v1/nothing"))).contains("\"status\":404").doesNotContain("<html");
        assertThat(get("/docs/..%2f..%2fapplication").statusCode()).isEqualTo(400);
    }

    @Test
    void machines_find_their_files() throws Exception {
        assertThat(text(get("/robots.txt"))).contains("Sitemap: https://bramble.example.org/sitemap.xml");
        assertThat(text(get("/sitemap.xml")))
                .contains(
                        "<loc>https://bramble.example.org/docs/tools</loc>", "<loc>https://bramble.example.org/</loc>");
        assertThat(get("/favicon.svg").headers().firstValue("Content-Type")).hasValue("image/svg+xml");
    }

    /** Every page that can be reached from the landing page by links. */
    private Map<String, Document> crawl() throws Exception {
        if (!pages.isEmpty()) return pages;
        var waiting = new ArrayDeque<>(List.of("/"));
        while (!waiting.isEmpty()) {
            var path = waiting.removeFirst();
            if (pages.containsKey(path)) continue;
            var answer = get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            if (!answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) continue;
            var document = Jsoup.parse(text(answer));
            pages.put(path, document);
            links(document, path).forEach(link -> waiting.add(link.getPath()));
        }
        return pages;
    }

    private static List<URI> links(Document document, String path) {
        return document.select("a[href]").eachAttr("href").stream()
                .map(href -> URI.create("https://bramble.example.org" + path).resolve(href))
                .filter(uri -> "bramble.example.org".equals(uri.getHost()))
                .filter(uri -> ELSEWHERE.stream().noneMatch(uri.getPath()::startsWith))
                .toList();
    }

    /** What a browser fetches besides the page: style sheet, script, pictures, and the font that the sheet names. */
    private static List<String> parts(Document document) {
        return Stream.concat(
                        document.select("link[rel~=stylesheet|icon|preload]").eachAttr("href").stream(),
                        document.select("script[src], img[src]").eachAttr("src").stream())
                .distinct()
                .toList();
    }

    private Document page(String path) throws Exception {
        var answer = get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(text(answer));
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), UTF_8);
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "text/html,*/*")
                .build();
        return HTTP.send(request, BodyHandlers.ofByteArray());
    }

    /** The public pages on a real server, with neither database nor sign-in: they need none. Nested, so that no other test scans it. */
    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        ErrorMvcAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        ThymeleafAutoConfiguration.class
    })
    @ComponentScan(
            basePackageClasses = {Site.class, Plans.class},
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern =
                                    ".*(SharePages|UnlockPages|RequestPages|RateCards|OpenedAccounts|Costs|Subscriptions|Test.*)"))
    static class OnlyPublicPages {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
