package io.bramble.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.bramble.ModuleTest;
import io.bramble.account.Membership;
import io.bramble.bucket.BucketView;
import io.bramble.bucket.Customers;
import io.bramble.bucket.NewShare;
import io.bramble.bucket.Share;
import io.bramble.bucket.Shares;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A link's pages behind the whole application's filter chains. */
@ModuleTest
@AutoConfigureMockMvc
@Import(Customers.class)
class SharePagesTest {
    @Autowired
    MockMvcTester pages;

    @Autowired
    Shares shares;

    @Autowired
    Customers customers;

    @Autowired
    Clock clock;

    private Membership ann;
    private BucketView bucket;

    @BeforeEach
    void ann_has_a_bucket_with_files() {
        ann = customers.arrive("ann");
        bucket = customers.ready(ann, "photos");
        var program = customers.program(ann, bucket);
        program.put("may/a & b <i>+%2F.txt", "one");
        program.put("may/deep/two.png", "two");
    }

    @Test
    void a_folder_is_shown_to_anybody_and_kept_by_nobody() {
        var link = link("may/", null, null);
        var answer = pages.get().uri(link).exchange();
        assertThat(answer)
                .hasStatusOk()
                .bodyText()
                .contains("a &amp; b &lt;i&gt;+%2F.txt", "deep", "/file?path=a%20%26%20b%20%3Ci%3E%2B%252F.txt")
                .doesNotContain(bucket.name(), "a link for nobody to see", ann.actor());
        assertThat(answer.getRequest().getSession(false)).isNull();
        assertThat(answer.getResponse().getHeaders("Cache-Control")).containsExactly("no-store");
        assertThat(answer.getResponse().getHeader("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.getResponse().getHeader("X-Robots-Tag")).contains("noindex");
        assertThat(answer.getResponse().getHeaders("Content-Security-Policy"))
                .singleElement()
                .asString()
                .startsWith("default-src 'none'; script-src 'self'")
                .contains("img-src 'self' data: http");
        assertThat(pages.get().uri(URI.create(link + "?path=deep/")).exchange())
                .hasStatusOk()
                .bodyText()
                .contains("two.png", "/view?path=deep");
        assertThat(pages.get().uri(URI.create(link + "/view?path=deep/two.png")).exchange())
                .hasStatusOk()
                .bodyText()
                .contains("<img", "X-Amz-Signature");
    }

    @Test
    void what_is_shown_neither_acts_nor_fills_a_browsers_memory() {
        var program = customers.program(ann, bucket);
        program.put("may/large.png", "x".repeat((25 << 20) + 1));
        program.put("may/drawing.svg", "<svg/>");
        program.put("may/empty.txt", "");
        var link = link("may/", null, null);
        assertThat(pages.get().uri(link + "/view?path=large.png").exchange())
                .bodyText()
                .contains("Pictures above 25 MiB are not shown", "/file?path=large.png")
                .doesNotContain("<img src=\"http", "X-Amz-Signature");
        assertThat(pages.get().uri(link + "/view?path=drawing.svg").exchange())
                .bodyText()
                .contains("<img", "response-content-disposition=attachment", "response-content-type=image%2Fsvg%2Bxml");
        assertThat(pages.get().uri(link + "/view?path=empty.txt").exchange())
                .bodyText()
                .doesNotContain("bramble-text-preview");
    }

    @Test
    void a_download_comes_from_the_engine() {
        var answer = pages.get()
                .uri(URI.create(link("may/", null, null) + "/file?path=a%20%26%20b%20%3Ci%3E%2B%252F.txt"))
                .exchange();
        assertThat(answer).hasStatus(302);
        assertThat(answer.getResponse().getHeader("Location")).contains("X-Amz-Signature", bucket.name());
        assertThat(answer.getResponse().getHeader("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void an_archive_is_of_everything_below_a_folder() {
        var link = link("may/", null, null);
        assertThat(pages.get().uri(link).exchange()).bodyText().contains("Download all as .zip", "data-name=\"may\"");
        assertThat(pages.get().uri(link + "/entries").exchange())
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.entries[*].key")
                .asArray()
                .containsExactly("a & b <i>+%2F.txt", "deep/two.png");
        assertThat(pages.get().uri(link + "/entries?path=deep/").exchange())
                .bodyJson()
                .extractingPath("$.entries[*].key")
                .asArray()
                .containsExactly("deep/two.png");
        assertThat(pages.get().uri(link + "/entries?path=deep").exchange()).hasStatus(404);
    }

    @Test
    void no_archive_gets_round_a_limit_or_a_password() {
        var counted = link("may/", null, 5);
        assertThat(pages.get().uri(counted).exchange()).bodyText().doesNotContain(".zip");
        assertThat(pages.get().uri(counted + "/entries").exchange()).hasStatus(404);
        assertThat(pages.get()
                        .uri(link("may/", "blackberry", null) + "/entries")
                        .exchange())
                .hasStatus(403);
        assertThat(pages.get()
                        .uri(link("may/deep/two.png", null, null) + "/entries")
                        .exchange())
                .hasStatus(404);
    }

    @Test
    void a_password_is_asked_once() {
        var link = link("may/", "blackberry", null);
        assertThat(pages.get().uri(link).exchange()).hasStatus(403).bodyText().contains("has a password");
        assertThat(pages.get().uri(link + "/file?path=deep/two.png").exchange()).hasStatus(403);
        assertThat(pages.post().uri(link).param("password", "wrong").exchange())
                .hasStatus(403)
                .bodyText()
                .contains("This is not the password");
        var opened = pages.post().uri(link).param("password", "blackberry").exchange();
        assertThat(opened).hasStatus(302);
        var cookie = opened.getResponse().getCookie("share");
        assertThat(cookie).isNotNull();
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getPath()).isEqualTo(link);
        assertThat(pages.get()
                        .uri(link)
                        .cookie(new Cookie("share", cookie.getValue()))
                        .exchange())
                .hasStatusOk();
    }

    @Test
    void the_password_of_a_page_further_down_opens_its_link() {
        var link = link("may/", "blackberry", null);
        for (var page : new String[] {"/view?path=deep/two.png", "/file?path=deep/two.png", "?path=deep/"})
            assertThat(pages.get().uri(URI.create(link + page)).exchange())
                    .hasStatus(403)
                    .bodyText()
                    .contains("action=\"" + link + "\"");
    }

    @Test
    void who_only_looks_whether_a_file_is_there_uses_no_download_up() {
        var link = link("may/", null, 1);
        var file = URI.create(link + "/file?path=deep/two.png");
        assertThat(pages.head().uri(file).exchange()).hasStatusOk();
        assertThat(pages.head().uri(URI.create(link + "/file?path=nothing")).exchange())
                .hasStatus(404);
        assertThat(pages.get().uri(file).exchange()).hasStatus(302);
        assertThat(pages.get().uri(file).exchange()).hasStatus(404);
    }

    @Test
    void what_does_not_work_looks_like_what_never_was() {
        var link = link("may/", null, null);
        shares.revoke(ann, shares.list(ann, bucket.id(), 0, 1).getFirst().id());
        var revoked = pages.get().uri(link).exchange();
        var unknown = pages.get().uri("/s/AAAAAAAAAAAAAAAAAAAAAA").exchange();
        assertThat(revoked).hasStatus(404);
        assertThat(unknown).hasStatus(404);
        assertThat(revoked).bodyText().contains("There is nothing here", "Ask who sent it");
        assertThat(unknown).bodyText().contains("There is nothing here", "Ask who sent it");
    }

    @Test
    void a_request_gives_a_ticket_to_whoever_may_send() {
        var until = clock.instant().plus(Duration.ofDays(1));
        var share = shares.create(
                ann,
                bucket.id(),
                new NewShare(Share.Kind.UPLOAD, "Party", "inbox/", until, "blackberry", null, 1L << 30));
        var link = URI.create(share.url()).getPath();
        assertThat(pages.get().uri(link).exchange()).hasStatus(403);
        assertThat(pages.post().uri(link + "/uploads").exchange()).hasStatus(403);
        var cookie = pages.post()
                .uri(link)
                .param("password", "blackberry")
                .exchange()
                .getResponse()
                .getCookie("share");
        assertThat(cookie).isNotNull();
        assertThat(pages.get().uri(link).cookie(cookie).exchange())
                .hasStatusOk()
                .bodyText()
                .contains("Party", "1 GiB", "request-");
        assertThat(pages.post()
                        .uri(link + "/uploads")
                        .cookie(cookie)
                        .param("sender", "Bert")
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .contains("brmu_", "Bert");
    }

    private String link(String path, @Nullable String password, @Nullable Integer mostDownloads) {
        var until = clock.instant().plus(Duration.ofDays(1));
        var wish = new NewShare(
                Share.Kind.DOWNLOAD, "a link for nobody to see", path, until, password, mostDownloads, null);
        return URI.create(shares.create(ann, bucket.id(), wish).url()).getPath();
    }
}
