package io.bramble.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.bramble.ModuleTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The public pages behind the whole application's filter chains. */
@ModuleTest
@AutoConfigureMockMvc
class PublicDoorTest {
    @Autowired
    private MockMvcTester pages;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/pricing", "/docs", "/docs/tools", "/legal/terms", "/favicon.svg"})
    void anybody_may_read_without_a_session_or_a_cookie(String path) {
        var answer =
                pages.get().uri(path).accept(MediaType.TEXT_HTML, MediaType.ALL).exchange();
        assertThat(answer).hasStatusOk();
        assertThat(answer.getRequest().getSession(false)).isNull();
        assertThat(answer.getResponse().getCookies()).isEmpty();
        assertThat(answer.getResponse().getHeader("Set-Cookie")).isNull();
        assertThat(answer.getResponse().getHeader("Cache-Control")).startsWith("max-age=");
        assertThat(answer.getResponse().getHeader("Content-Security-Policy"))
                .startsWith("default-src 'none'")
                .contains("script-src 'self';", "style-src 'self';", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/docs/nothing", "/legal/nothing"})
    void a_typo_makes_no_session_either(String path) {
        var answer = pages.get().uri(path).accept(MediaType.TEXT_HTML).exchange();
        assertThat(answer).hasStatus(404).bodyText().contains("There is nothing here");
        assertThat(answer.getRequest().getSession(false)).isNull();
        assertThat(answer.getResponse().getCookies()).isEmpty();
    }
}
