package io.bramble.ui.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.bramble.bucket.UploadPlan;
import io.bramble.storage.ListRequest;
import io.bramble.storage.ObjectPage;
import io.bramble.storage.StoredObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UploadStartTest {
    private static final UploadPlan PLAN = new UploadPlan(UUID.randomUUID(), "brmu_x", "", Instant.EPOCH);
    private final List<ListRequest> asked = new ArrayList<>();

    @Test
    void names_files_and_folders_that_are_taken() {
        var store = page(List.of("a/x", "a/y.txt"), List.of("a/z/"));
        var start = UploadStart.of(PLAN, "a/", List.of("x", "y", "z/", "z"), false, request -> store);
        assertThat(start.taken()).containsExactly("x", "z/");
        assertThat(start.more()).isFalse();
    }

    @Test
    void looks_only_where_the_names_can_be() {
        UploadStart.of(PLAN, "a/", List.of("IMG_1.jpg", "IMG_2.jpg"), false, this::remember);
        UploadStart.of(PLAN, "a/", List.of("trip/"), false, this::remember);
        UploadStart.of(PLAN, "", List.of("b", "c"), false, this::remember);
        assertThat(asked).extracting(ListRequest::prefix).containsExactly("a/IMG_", "a/trip", "");
    }

    @Test
    void gives_up_in_a_folder_without_end_and_says_so() {
        var endless = new ObjectPage(List.of(), List.of(), "more");
        assertThat(UploadStart.of(PLAN, "", List.of("b", "c"), false, _ -> endless)
                        .more())
                .isTrue();
    }

    @Test
    void says_whether_what_is_replaced_stays_as_an_old_version() {
        for (var keeps : new boolean[] {true, false})
            assertThat(UploadStart.of(PLAN, "", List.of("x"), keeps, this::remember)
                            .keepsVersions())
                    .isEqualTo(keeps);
    }

    @Test
    void does_not_print_its_ticket() {
        assertThat(UploadStart.of(PLAN, "", List.of(), false, this::remember).toString())
                .doesNotContain("brmu");
    }

    private ObjectPage remember(ListRequest request) {
        asked.add(request);
        return page(List.of(), List.of());
    }

    private static ObjectPage page(List<String> keys, List<String> prefixes) {
        var objects = keys.stream()
                .map(key -> new StoredObject(key, 1, Instant.EPOCH, "etag", null))
                .toList();
        return new ObjectPage(objects, prefixes, null);
    }
}
