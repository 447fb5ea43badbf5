package io.bramble.ui.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.bramble.storage.ObjectPage;
import io.bramble.storage.StoredObject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ListingTest {
    private static final int KEYS = 10_200;

    @Test
    void grows_by_a_page_while_a_token_follows() {
        var listing = new Listing(Place.ROOT);
        assertThat(listing.hasMore()).isTrue();
        for (var expected = 200; listing.hasMore(); expected += 1000) {
            listing.append(store(listing.nextToken()));
            assertThat(listing.size()).isEqualTo(expected);
        }
        assertThat(listing.size()).isEqualTo(KEYS);
    }

    @Test
    void keeps_two_thousand_rows_and_reads_others_again_by_their_token() {
        var listing = all();
        assertThat(listing.rows(KEYS - 2, 2)).extracting(Row::name).containsExactly("10198", "10199");
        assertThat(kinds(listing.rows(0, KEYS)))
                .filteredOn(Row.Kind.FILE::equals)
                .hasSize(2000);
        assertThat(kinds(listing.rows(450, 2))).containsOnly(Row.Kind.LOADING);
        var lost = listing.lostPage(450, 2);
        listing.refill(lost, List.of(store(listing.part(lost).token())));
        assertThat(listing.rows(450, 2)).extracting(Row::name).containsExactly("00450", "00451");
        assertThat(listing.lostPage(450, 2)).isEqualTo(-1);
    }

    @Test
    void what_is_gone_from_a_page_leaves_no_hole_and_shows_no_row_twice() {
        var listing = all();
        listing.refill(1, List.of(page(numbered(203, 1203), "01202")));
        assertThat(listing.size()).isEqualTo(KEYS - 3);
        assertThat(listing.rows(200, 2)).extracting(Row::name).containsExactly("00203", "00204");
        listing.refill(2, List.of(store("1200")));
        assertThat(listing.rows(1196, 2)).extracting(Row::name).containsExactly("01199", "01200");
    }

    @Test
    void what_has_come_into_a_page_pushes_none_out_of_it() {
        var listing = all();
        var first = numbered(0, 199);
        listing.refill(0, List.of(page(plus(first, "00100a"), "00198"), page(numbered(199, 1199), "01198")));
        assertThat(listing.size()).isEqualTo(KEYS + 1);
        assertThat(listing.rows(199, 2)).extracting(Row::name).containsExactly("00198", "00199");
        assertThat(kinds(listing.rows(201, 1))).containsOnly(Row.Kind.LOADING);
        assertThat(listing.rows(KEYS, 1)).extracting(Row::name).containsExactly("10199");
        assertThat(listing.part(2).token()).isEqualTo("200");
    }

    @Test
    void what_has_come_behind_the_end_follows_it() {
        var listing = new Listing(Place.ROOT);
        listing.append(page(numbered(0, 3), null));
        listing.refill(0, List.of(page(numbered(0, 200), "200")));
        assertThat(listing.size()).isEqualTo(200);
        assertThat(listing.nextToken()).isEqualTo("200");
    }

    @Test
    void what_was_let_go_is_not_sorted() {
        assertThat(all().keptRows())
                .extracting(Row::name)
                .hasSize(2000)
                .contains("10199")
                .doesNotContain("00000");
        var bySize = new Arrangement(Comparator.comparing(Row::name).reversed(), "99");
        assertThat(bySize.of(all().keptRows()))
                .extracting(Row::name)
                .startsWith("10199", "10099", "09999")
                .endsWith("08399", "08299");
    }

    @Test
    void rows_have_keys_of_their_own_even_while_loading() {
        assertThat(all().rows(0, KEYS)).extracting(Row::key).doesNotHaveDuplicates();
    }

    @Test
    void folders_come_first_and_a_folder_does_not_list_itself() {
        var listing = new Listing(Place.folder("a/"));
        var objects = List.of(named("a/"), named("a/file"), named("a//"));
        listing.append(Page.of(Place.folder("a/"), new ObjectPage(objects, List.of("a/../", "a//", "a/z/"), null)));
        assertThat(listing.rows(0, 9)).extracting(Row::name).containsExactly("..", "", "z", "file", "/");
    }

    @Test
    void a_page_may_be_empty_and_still_be_followed() {
        var listing = new Listing(Place.ROOT);
        listing.append(page(List.of(), "7"));
        listing.append(page(List.of(object(7)), null));
        assertThat(listing.rows(0, 5)).extracting(Row::name).containsExactly("00007");
    }

    private static Listing all() {
        var listing = new Listing(Place.ROOT);
        while (listing.hasMore()) listing.append(store(listing.nextToken()));
        return listing;
    }

    private static Page store(@Nullable String token) {
        var from = from(token);
        var to = Math.min(KEYS, from + Listing.rowsAfter(token));
        return page(numbered(from, to), to < KEYS ? String.valueOf(to) : null);
    }

    private static Page page(List<StoredObject> objects, @Nullable String next) {
        return Page.of(Place.ROOT, new ObjectPage(objects, List.of(), next));
    }

    private static List<StoredObject> numbered(int from, int to) {
        return IntStream.range(from, to).mapToObj(ListingTest::object).toList();
    }

    private static List<StoredObject> plus(List<StoredObject> objects, String key) {
        return Stream.concat(objects.stream(), Stream.of(named(key)))
                .sorted(Comparator.comparing(StoredObject::key))
                .toList();
    }

    private static int from(@Nullable String token) {
        return token == null ? 0 : Integer.parseInt(token);
    }

    private static List<Row.Kind> kinds(List<Row> rows) {
        return rows.stream().map(Row::kind).toList();
    }

    private static StoredObject object(int number) {
        return named("%05d".formatted(number));
    }

    private static StoredObject named(String key) {
        return new StoredObject(key, 1, Instant.EPOCH, "etag", null);
    }
}
