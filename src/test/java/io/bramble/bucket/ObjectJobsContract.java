package io.bramble.bucket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.bramble.account.InvalidField;
import io.bramble.account.Membership;
import io.bramble.account.NotAllowed;
import io.bramble.account.Role;
import io.bramble.account.Standing;
import io.bramble.local.SettableClock;
import io.bramble.storage.AwkwardKeys;
import io.bramble.storage.ListRequest;
import io.bramble.storage.StoredObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What can be done with many objects, the same on every kind of engine. */
@Import(Customers.class)
abstract class ObjectJobsContract {
    static final NewDescription TEXT = new NewDescription("text/plain", "no-store", "", Map.of("Author", "Ann"));

    @Autowired
    ObjectJobs jobs;

    @Autowired
    Buckets buckets;

    @Autowired
    Customers customers;

    @Autowired
    SettableClock clock;

    Membership ann;
    BucketView photos;
    Customers.Program program;

    abstract boolean holds(String key);

    /** Names that this engine can hold, with room for the folders that they go through here. */
    private List<String> awkwardNames() {
        var names = Stream.concat(AwkwardKeys.ALL.stream(), Stream.of(("ü".repeat(100) + "/").repeat(4) + "deep"))
                .filter(key -> key.getBytes(UTF_8).length < 900 && holds(key))
                .toList();
        return AwkwardKeys.apart(names);
    }

    @BeforeEach
    void ann_has_a_bucket() {
        ann = customers.arrive("ann");
        photos = customers.ready(ann, "photos");
        program = customers.program(ann, photos);
    }

    @Test
    void a_folder_is_deleted_and_nothing_beside_it() {
        fill("may/", 1_005);
        program.put("maybe", "x");
        var done = afterUndo(jobs.delete(ann, photos.id(), ObjectSelection.folder("may/")));
        assertThat(done.state()).isEqualTo(ObjectJob.State.DONE);
        assertThat(done.doneObjects()).isEqualTo(1_005);
        assertThat(done.totalObjects()).isEqualTo(1_005);
        assertThat(done.bytes()).isEqualTo(1_005);
        assertThat(listed(photos)).containsExactly("maybe");
        assertThat(jobs.latest(ann, photos.id())).containsExactly(done);
    }

    @Test
    void a_whole_bucket_is_copied_to_another_but_deleted_only_by_its_name() {
        var archive = customers.ready(ann, "archive");
        for (var key : List.of("a", "may/b")) program.put(key, "x");
        var everything = ObjectSelection.folder("");
        var into = new Destination(archive.id(), "old/", Duplicates.SKIP);
        assertDone(jobs.copy(ann, photos.id(), everything, into), 2);
        assertThat(listed(archive)).containsExactly("old/a", "old/may/b");
        assertThatThrownBy(() -> jobs.delete(ann, photos.id(), everything))
                .isInstanceOf(InvalidField.class)
                .hasMessageContaining("Empty the bucket");
        assertThatThrownBy(() -> jobs.copy(ann, photos.id(), everything, to("into/")))
                .isInstanceOf(InvalidField.class);
    }

    @Test
    void a_deletion_waits_and_can_be_undone_as_if_it_had_never_been() {
        program.put("a", "x");
        var waiting = jobs.delete(ann, photos.id(), ObjectSelection.file("a"));
        assertThat(waiting.state()).isEqualTo(ObjectJob.State.WAITING);
        assertThat(waiting.undoable()).isTrue();
        var undone = jobs.undo(ann, waiting.id());
        assertThat(undone.state()).isEqualTo(ObjectJob.State.STOPPED);
        clock.advance(ObjectJobs.UNDO);
        assertThatThrownBy(() -> jobs.undo(ann, waiting.id())).isInstanceOf(InvalidField.class);
        assertThat(afterUndo(jobs.delete(ann, photos.id(), ObjectSelection.file("b")))
                        .doneObjects())
                .isEqualTo(1);
        assertThat(listed(photos)).containsExactly("a");
    }

    @Test
    void names_of_all_kinds_are_copied_moved_and_deleted_byte_for_byte() {
        var names = awkwardNames();
        for (var name : names) program.put("from/" + name, name);
        var all = ObjectSelection.folder("from/");
        assertDone(jobs.copy(ann, photos.id(), all, to("copy/")), names.size());
        assertDone(jobs.move(ann, photos.id(), all, to("moved/")), names.size());
        assertDone(jobs.rename(ann, photos.id(), "moved/from/", "re +%2F named 😀", Duplicates.SKIP), names.size());
        assertThat(listed(photos))
                .containsExactlyInAnyOrderElementsOf(below(names, "copy/from/", "moved/re +%2F named 😀/"));
        for (var name : names)
            assertThat(program.get("moved/re +%2F named 😀/" + name)).isEqualTo(name);
        var files = new ObjectSelection(below(names, "copy/from/"), List.of());
        assertThat(afterUndo(jobs.delete(ann, photos.id(), files)).doneObjects())
                .isEqualTo(names.size());
        assertThat(listed(photos)).containsExactlyInAnyOrderElementsOf(below(names, "moved/re +%2F named 😀/"));
    }

    @Test
    void one_file_gets_an_awkward_name_and_loses_it_again() {
        for (var name :
                awkwardNames().stream().filter(name -> !name.contains("/")).toList()) {
            program.put("plain", name);
            assertDone(jobs.rename(ann, photos.id(), "plain", name, Duplicates.SKIP), 1);
            assertThat(listed(photos)).containsExactly(name);
            assertDone(jobs.rename(ann, photos.id(), name, "plain", Duplicates.SKIP), 1);
            assertThat(program.get("plain")).isEqualTo(name);
        }
    }

    @Test
    void what_is_said_about_a_file_goes_with_it() {
        program.put("a", "x");
        assertDone(jobs.describe(ann, photos.id(), ObjectSelection.file("a"), TEXT), 1);
        assertDone(jobs.rename(ann, photos.id(), "a", "b", Duplicates.SKIP), 1);
        var moved = program.store().stat(photos.name(), "b").orElseThrow();
        assertThat(moved.object().contentType()).isEqualTo("text/plain");
        assertThat(moved.headers()).isEqualTo(Map.of("cache-control", "no-store"));
        assertThat(moved.metadata()).isEqualTo(Map.of("author", "Ann"));
        assertDone(jobs.describe(ann, photos.id(), ObjectSelection.file("b"), changing("image/png")), 1);
        var changed = program.store().stat(photos.name(), "b").orElseThrow();
        assertThat(changed.object().contentType()).isEqualTo("image/png");
        assertThat(changed.metadata()).isEqualTo(Map.of("author", "Ann"));
    }

    @Test
    void a_name_that_is_taken_is_skipped_replaced_or_numbered() {
        program.put("a.txt", "new");
        program.put("to/a.txt", "old");
        var a = ObjectSelection.file("a.txt");
        var skipped = ended(jobs.copy(ann, photos.id(), a, to("to/")));
        assertThat(skipped.skippedObjects()).isEqualTo(1);
        assertThat(program.get("to/a.txt")).isEqualTo("old");
        assertDone(jobs.copy(ann, photos.id(), a, new Destination(photos.id(), "to/", Duplicates.KEEP_BOTH)), 1);
        assertThat(program.get("to/a (2).txt")).isEqualTo("new");
        assertDone(jobs.copy(ann, photos.id(), a, new Destination(photos.id(), "", Duplicates.KEEP_BOTH)), 1);
        assertThat(program.get("a (2).txt")).isEqualTo("new");
        assertDone(jobs.move(ann, photos.id(), a, new Destination(photos.id(), "to/", Duplicates.REPLACE)), 1);
        assertThat(program.get("to/a.txt")).isEqualTo("new");
        assertThat(listed(photos)).containsExactly("a (2).txt", "to/a (2).txt", "to/a.txt");
    }

    @Test
    void two_of_a_selection_with_the_same_name_both_survive() {
        program.put("x/a", "one");
        program.put("y/a", "two");
        var both = new ObjectSelection(List.of("x/a", "y/a"), List.of());
        var ended = ended(jobs.move(ann, photos.id(), both, new Destination(photos.id(), "", Duplicates.REPLACE)));
        assertThat(ended.state()).isEqualTo(ObjectJob.State.FAILED);
        assertThat(jobs.failures(ann, ended.id())).singleElement().satisfies(failure -> assertThat(failure.reason())
                .contains("same name"));
        assertThat(listed(photos)).containsExactly("a", "y/a");
    }

    @Test
    void files_go_to_another_bucket_of_the_account() {
        var archive = customers.ready(ann, "archive");
        fill("may/", 3);
        var to = new Destination(archive.id(), "2026/", Duplicates.SKIP);
        assertDone(jobs.copy(ann, photos.id(), ObjectSelection.folder("may/"), to), 3);
        assertDone(jobs.move(ann, photos.id(), ObjectSelection.file("may/0001"), to), 1);
        assertThat(listed(photos)).containsExactly("may/0002", "may/0003");
        assertThat(listed(archive)).containsExactly("2026/0001", "2026/may/0001", "2026/may/0002", "2026/may/0003");
        var again = ended(jobs.copy(ann, photos.id(), ObjectSelection.folder("may/"), to));
        assertThat(again.skippedObjects()).isEqualTo(2);
        var bob = customers.arrive("bob");
        var bobs = customers.ready(bob, "bobs");
        assertThatThrownBy(() -> jobs.copy(
                        ann,
                        photos.id(),
                        ObjectSelection.folder("may/"),
                        new Destination(bobs.id(), "", Duplicates.SKIP)))
                .isInstanceOf(BucketNotFound.class);
    }

    @Test
    void what_is_no_longer_there_is_named() {
        program.put("a", "x");
        var ended = ended(jobs.copy(ann, photos.id(), new ObjectSelection(List.of("a", "gone"), List.of()), to("to/")));
        assertThat(ended.state()).isEqualTo(ObjectJob.State.FAILED);
        assertThat(ended.doneObjects()).isEqualTo(1);
        assertThat(jobs.failures(ann, ended.id()))
                .containsExactly(new ObjectJob.Failure("gone", "It is no longer there."));
    }

    @Test
    void what_makes_no_sense_is_refused_by_the_field() {
        var may = ObjectSelection.folder("may/");
        refused("to", () -> jobs.move(ann, photos.id(), may, to("may/june/")));
        refused("to", () -> jobs.copy(ann, photos.id(), may, to("")));
        refused("to", () -> jobs.copy(ann, photos.id(), may, to("no-slash")));
        refused("to", () -> jobs.move(ann, photos.id(), ObjectSelection.file("may/a"), to("may/")));
        refused("name", () -> jobs.rename(ann, photos.id(), "may/", "may", Duplicates.SKIP));
        refused("name", () -> jobs.rename(ann, photos.id(), "may/", "", Duplicates.SKIP));
        refused("name", () -> jobs.rename(ann, photos.id(), "may/", "a/b", Duplicates.SKIP));
        refused("name", () -> jobs.rename(ann, photos.id(), "a", "x".repeat(1025), Duplicates.SKIP));
        refused("folders", () -> jobs.delete(ann, photos.id(), ObjectSelection.folder("")));
        refused("folders", () -> ObjectSelection.folder("may"));
        refused("files", () -> new ObjectSelection(List.of(), List.of()));
        refused("files", () -> ObjectSelection.file(".bramble-canary/probe"));
        refused("contentType", () -> new NewDescription(null, null, null, null));
        refused("metadata", () -> new NewDescription(null, null, null, Map.of("a b", "c")));
        refused("prefix", () -> jobs.abortUploads(ann, photos.id(), "x".repeat(2000)));
        refused("name", () -> jobs.empty(ann, photos.id(), "other", false));
    }

    @Test
    void a_read_only_account_may_make_room_and_no_more() {
        program.put("a", "x");
        customers.standing(ann, Standing.READ_ONLY);
        assertThatThrownBy(() -> jobs.copy(ann, photos.id(), ObjectSelection.file("a"), to("to/")))
                .isInstanceOf(StandingForbids.class);
        assertThat(afterUndo(jobs.delete(ann, photos.id(), ObjectSelection.file("a")))
                        .state())
                .isEqualTo(ObjectJob.State.DONE);
        customers.standing(ann, Standing.SUSPENDED);
        assertThatThrownBy(() -> jobs.delete(ann, photos.id(), ObjectSelection.file("a")))
                .isInstanceOf(StandingForbids.class);
    }

    @Test
    void who_only_looks_begins_and_stops_nothing() {
        program.put("a", "x");
        var job = jobs.delete(ann, photos.id(), ObjectSelection.file("a"));
        var viewer = as(Role.VIEWER);
        assertThat(jobs.get(viewer, job.id())).isEqualTo(job);
        for (var act : List.<ThrowingCallable>of(
                () -> jobs.delete(viewer, photos.id(), ObjectSelection.file("a")),
                () -> jobs.stop(viewer, job.id()),
                () -> jobs.undo(viewer, job.id()),
                () -> jobs.empty(as(Role.DEVELOPER), photos.id(), photos.name(), false)))
            assertThatThrownBy(act).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> jobs.get(as(Role.BILLING), job.id())).isInstanceOf(NotAllowed.class);
        jobs.undo(ann, job.id());
    }

    @Test
    void a_bucket_is_emptied_by_who_types_its_name() {
        fill("may/", 12);
        program.put("a", "x");
        var done = afterUndo(jobs.empty(ann, photos.id(), photos.name(), true));
        assertThat(done.state()).isEqualTo(ObjectJob.State.DONE);
        assertThat(done.doneObjects()).isEqualTo(13);
        assertThat(listed(photos)).isEmpty();
    }

    @Test
    void unfinished_uploads_are_given_up() {
        var uploads = program.store().multipart();
        for (var i = 0; i < 130; i++) uploads.begin(photos.name(), "logs/" + i, "text/plain");
        uploads.begin(photos.name(), "kept", "text/plain");
        assertDone(jobs.abortUploads(ann, photos.id(), "logs/"), 130);
        assertThat(uploads.open(photos.name(), ""))
                .singleElement()
                .satisfies(open -> assertThat(open.upload().key()).isEqualTo("kept"));
    }

    void refused(String field, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(InvalidField.class, refusal -> assertThat(refusal.field())
                .isEqualTo(field));
    }

    private Membership as(Role role) {
        return new Membership(ann.accountId(), ann.userId(), role, ann.actor());
    }

    static NewDescription changing(String type) {
        return new NewDescription(type, null, null, null);
    }

    Destination to(String folder) {
        return new Destination(photos.id(), folder, Duplicates.SKIP);
    }

    ObjectJob afterUndo(ObjectJob waiting) {
        clock.advance(ObjectJobs.UNDO);
        return ended(waiting);
    }

    ObjectJob ended(ObjectJob job) {
        await().atMost(30, SECONDS).until(() -> jobs.get(ann, job.id()).state().ended());
        return jobs.get(ann, job.id());
    }

    void assertDone(ObjectJob begun, int objects) {
        var done = ended(begun);
        assertThat(jobs.failures(ann, done.id())).isEmpty();
        assertThat(done.problem()).isNull();
        assertThat(done.state()).isEqualTo(ObjectJob.State.DONE);
        assertThat(done.doneObjects()).isEqualTo(objects);
    }

    List<String> listed(BucketView bucket) {
        var store = bucket.equals(photos)
                ? program.store()
                : customers.program(ann, bucket).store();
        return store.list(bucket.name(), ListRequest.subtree("", 1000)).objects().stream()
                .map(StoredObject::key)
                .toList();
    }

    private static List<String> below(List<String> names, String... folders) {
        return List.of(folders).stream()
                .flatMap(folder -> names.stream().map(name -> folder + name))
                .toList();
    }

    /** Objects 0001 and so on, of one byte each. */
    void fill(String folder, int objects) {
        try (var threads = Executors.newFixedThreadPool(8)) {
            IntStream.rangeClosed(1, objects)
                    .forEach(number -> threads.execute(() -> program.put(folder + "%04d".formatted(number), "x")));
        }
    }
}
