package io.bramble.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bramble.ModuleTest;
import io.bramble.account.InvalidField;
import io.bramble.account.Membership;
import io.bramble.account.NotAllowed;
import io.bramble.account.Role;
import io.bramble.account.Standing;
import io.bramble.storage.ListRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@ModuleTest
@Import(Customers.class)
class FilesTest {
    private static final List<String> ODD =
            List.of("../../etc/passwd", "a//b", "/lead", "été 😀 +%2F#?.txt", "tab\tline\n", "x".repeat(1024));

    @Autowired
    Files files;

    @Autowired
    Customers customers;

    private Membership ann;
    private BucketView photos;

    @BeforeEach
    void ann_has_a_bucket() {
        ann = customers.arrive("ann");
        photos = customers.ready(ann, "photos");
    }

    @Test
    void a_new_folder_is_there_before_files_are() {
        files.createFolder(ann, photos.id(), "2026/may/");
        var root = files.list(ann, photos.id(), ListRequest.folder("", 10));
        assertThat(root.commonPrefixes()).containsExactly("2026/");
    }

    @Test
    void who_may_only_look_makes_no_folder() {
        var viewer = new Membership(ann.accountId(), ann.userId(), Role.VIEWER, ann.actor());
        assertThatThrownBy(() -> files.createFolder(viewer, photos.id(), "x/")).isInstanceOf(NotAllowed.class);
        customers.standing(ann, Standing.READ_ONLY);
        assertThatThrownBy(() -> files.createFolder(ann, photos.id(), "x/")).isInstanceOf(StandingForbids.class);
    }

    @Test
    void odd_names_are_saved_literally() throws Exception {
        var program = customers.program(ann, photos);
        for (var key : ODD) program.put(key, key);
        for (var key : ODD)
            assertThat(get(files.download(ann, photos.id(), key))).isEqualTo(key);
    }

    @Test
    void what_is_no_key_is_refused() {
        for (var key : List.of("", "x".repeat(1025)))
            assertThatThrownBy(() -> files.download(ann, photos.id(), key)).isInstanceOf(InvalidField.class);
    }

    @Test
    void strangers_find_no_such_bucket() {
        var bob = customers.arrive("bob");
        assertThatThrownBy(() -> files.list(bob, photos.id(), ListRequest.folder("", 10)))
                .isInstanceOf(BucketNotFound.class);
        assertThatThrownBy(() -> files.createFolder(bob, photos.id(), "x/")).isInstanceOf(BucketNotFound.class);
    }

    private static String get(URI url) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.headers().firstValue("content-disposition").orElse(""))
                    .startsWith("attachment");
            return answer.body();
        }
    }
}
