package io.bramble.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bramble.ModuleTest;
import io.bramble.account.Membership;
import io.bramble.account.NotAllowed;
import io.bramble.account.Role;
import io.bramble.account.Standing;
import io.bramble.storage.ListRequest;
import io.bramble.storage.ObjectPage;
import io.bramble.storage.StoredObject;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@ModuleTest
@Import(Customers.class)
class FileListsTest {
    @Autowired
    Files files;

    @Autowired
    Buckets buckets;

    @Autowired
    Customers customers;

    @Test
    void a_folder_is_listed_with_its_folders_and_paged_by_token() {
        var ann = customers.arrive("ann");
        var bucket = customers.ready(ann, "photos");
        var program = customers.program(ann, bucket);
        for (var key : List.of("a", "b", "may/one", "may/two", "june/one")) program.put(key, "x");
        var first = files.list(ann, bucket.id(), ListRequest.folder("", 2));
        var second = files.list(ann, bucket.id(), ListRequest.folder("", 2).after(first.nextToken()));
        assertThat(keys(first)).containsExactly("a", "b");
        assertThat(second.commonPrefixes()).containsExactly("june/", "may/");
        assertThat(second.nextToken()).isNull();
    }

    @Test
    void the_platforms_own_object_is_not_listed() {
        var ann = customers.arrive("ann");
        var bucket = customers.ready(ann, "photos");
        customers.program(ann, bucket).put(".bramble-canary/left-behind", "x");
        assertThat(files.list(ann, bucket.id(), ListRequest.folder("", 10)).commonPrefixes())
                .isEmpty();
        assertThat(files.list(ann, bucket.id(), ListRequest.subtree("", 10)).objects())
                .isEmpty();
    }

    @Test
    void a_download_link_saves_the_file_under_its_name() throws Exception {
        var ann = customers.arrive("ann");
        var bucket = customers.ready(ann, "photos");
        customers.program(ann, bucket).put("may/page 1.html", "<script>alert(1)</script>");
        var link = files.download(ann, bucket.id(), "may/page 1.html");
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(HttpRequest.newBuilder(link).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.body()).isEqualTo("<script>alert(1)</script>");
            assertThat(answer.headers().firstValue("content-disposition"))
                    .hasValueSatisfying(
                            value -> assertThat(value).startsWith("attachment").contains("page"));
        }
    }

    @Test
    void a_suspended_account_reads_nothing() {
        var ann = customers.arrive("ann");
        var bucket = customers.ready(ann, "photos");
        customers.standing(ann, Standing.SUSPENDED);
        assertThatThrownBy(() -> files.list(ann, bucket.id(), ListRequest.subtree("", 10)))
                .isInstanceOf(StandingForbids.class)
                .hasMessageContaining("suspended");
    }

    @Test
    void who_only_pays_sees_nothing() {
        var ann = customers.arrive("ann");
        var bucket = customers.ready(ann, "photos");
        var viewer = as(ann, Role.VIEWER);
        files.list(viewer, bucket.id(), ListRequest.subtree("", 10));
        assertThatThrownBy(() -> files.list(as(ann, Role.BILLING), bucket.id(), ListRequest.subtree("", 10)))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void a_deleted_bucket_says_how_to_get_its_files_back() {
        var ann = customers.arrive("ann");
        var bucket = customers.ready(ann, "photos");
        buckets.delete(ann, bucket.id(), bucket.name());
        assertThatThrownBy(() -> files.list(ann, bucket.id(), ListRequest.subtree("", 10)))
                .isInstanceOf(BucketNotReady.class)
                .hasMessageContaining("Restore");
    }

    private static Membership as(Membership member, Role role) {
        return new Membership(member.accountId(), member.userId(), role, member.actor());
    }

    private static List<String> keys(ObjectPage page) {
        return page.objects().stream().map(StoredObject::key).toList();
    }
}
