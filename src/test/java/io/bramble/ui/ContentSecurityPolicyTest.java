package io.bramble.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class ContentSecurityPolicyTest extends ScreenTest {
    @Test
    void a_page_runs_only_scripts_with_its_nonce() {
        var page = page();
        var nonce = page.document.select("script").attr("nonce");
        assertThat(nonce).hasSizeGreaterThan(20);
        assertThat(page.document.select("script"))
                .allMatch(script -> script.attr("nonce").equals(nonce));
        assertThat(page.policy)
                .startsWith("default-src 'none'; script-src 'nonce-" + nonce + "' 'strict-dynamic' 'unsafe-eval'; ")
                .contains("object-src 'none'", "base-uri 'self'", "form-action 'self'", "frame-ancestors 'none'")
                .doesNotContain("script-src 'self'", "unsafe-inline' 'nonce");
    }

    @Test
    void each_page_has_a_nonce_of_its_own() {
        assertThat(page().policy).isNotEqualTo(page().policy);
    }

    @Test
    void uploads_and_previews_reach_the_object_store_and_nothing_else() {
        assertThat(page().policy)
                .contains("connect-src 'self' http://localhost:9000;")
                .contains("img-src 'self' data: http://localhost:9000;")
                .contains("frame-src 'self' http://localhost:9000;");
    }

    @Test
    void all_stores_are_reached() {
        assertThat(ContentSecurityPolicy.policy(
                        "nonce", List.of("https://*.s3.example.org", "https://rack.example.org")))
                .contains("connect-src 'self' https://*.s3.example.org https://rack.example.org;");
    }

    @Test
    void the_chosen_colours_come_before_the_first_paint() {
        assertThat(page().document.head().child(0).data()).contains("colorScheme", "localStorage");
    }

    @Test
    void a_page_hears_of_a_sign_out_before_anything_is_drawn() {
        assertThat(page().document.head().child(1).data()).contains("BroadcastChannel", "/signed-out");
    }

    private record Page(Document document, String policy) {}

    private static Page page() {
        var document = Jsoup.parse("<html><head><script>start()</script></head><body></body></html>");
        var response = VaadinServletResponse.getCurrent();
        VaadinService.getCurrent()
                .modifyIndexHtmlResponse(new IndexHtmlResponse(VaadinRequest.getCurrent(), response, document));
        return new Page(document, response.getHttpServletResponse().getHeader("Content-Security-Policy"));
    }
}
