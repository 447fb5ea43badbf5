package io.bramble.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.Collections.frequency;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.bramble.local.LocalPlatform;
import io.bramble.local.LocalPostgres;
import io.bramble.storage.MinioServer;
import io.minio.GetObjectArgs;
import io.minio.MinioClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Uploads on a real MinIO server, whatever happens to the browser, the network, the ticket. With
 * {@code -Dbramble.journey.large-mib=2048 -Dbramble.journey.files=10000 -Dbramble.journey.dropped=100000} the large file,
 * the folder and the drop are as large.
 */
@EnabledIfEnvironmentVariable(named = MinioServer.EXECUTABLE, matches = ".+")
class UploadJourneyIT {
    private static final int MIB = 1 << 20;
    private static final int FILES = Integer.getInteger("bramble.journey.files", 2_500);
    private static final int DROPPED = Integer.getInteger("bramble.journey.dropped", 10_000);
    private static final long LARGE_MIB = Long.getLong("bramble.journey.large-mib", 256);
    private static final long PART_MIB = LARGE_MIB < 1024 ? 8 : 16;
    private static final int AT_ONCE = 6;
    private static final int CUT_SECONDS = 20;

    private static final int LANES = 4;

    private static LocalPlatform platform;

    @TempDir
    private Path folder;

    private StoreGate gate;
    private Uploading uploading;

    @BeforeAll
    static void startPlatform() {
        platform = LocalPlatform.startOn(Path.of(System.getenv(MinioServer.EXECUTABLE)));
    }

    @AfterAll
    static void stopPlatform() {
        platform.close();
    }

    @BeforeEach
    void begin() throws IOException {
        gate = StoreGate.before(platform.s3Endpoint());
        var profile = Files.createDirectory(folder.resolve("profile"));
        uploading = new Uploading(platform, profile, List.of(gate.asBrowserArgument()));
        uploading.openFiles();
    }

    @AfterEach
    void end() throws IOException {
        uploading.close();
        gate.close();
    }

    @Test
    void thousands_of_small_files_and_empty_folders_arrive_complete() throws Exception {
        var root = Files.createDirectory(folder.resolve("many"));
        var expected = new TreeMap<String, String>();
        for (var number = 0; number < FILES; number++) {
            var content = random(number % 3000, number);
            var path = "d%02d/e%d/file %05d é.bin".formatted(number % 40, number % 3, number);
            write(root.resolve(path), content);
            expected.put("many/" + path, sha256(content));
        }
        var tree = folderOfFiles(root); // and empty folders, which a file input does not tell of
        Uploading.giveFolder(uploading.page(), tree);
        uploading.awaitWords("%,d files uploaded".formatted(FILES));
        assertThat(stored()).isEqualTo(expected);
        uploading.visitor().hasNothingToComplainAbout();
    }

    @Test
    void a_large_file_goes_on_after_the_browser_was_killed_and_no_part_is_sent_twice() throws Exception {
        var film = sparse("film.bin", LARGE_MIB * MIB);
        gate.slow(10L * MIB);
        uploading.give(film);
        uploading.awaitPercent(40);
        var taken = gate.takenParts();
        uploading.killBrowserAndComeBack();
        gate.slow(Long.MAX_VALUE);
        assertThat(uploading.tray()).containsText("An upload was interrupted");
        uploading.give(film);
        uploading.awaitWords("1 file uploaded");
        var parts = gate.parts();
        assertThat(taken).hasSizeGreaterThan((int) (LARGE_MIB / PART_MIB / 4));
        assertThat(taken).as("what the store had is sent once").allMatch(part -> frequency(parts, part) == 1);
        assertThat(new HashSet<>(parts)).hasSize((int) (LARGE_MIB / PART_MIB));
        assertThat(parts.size() - LARGE_MIB / PART_MIB)
                .as("again at most what was on its way")
                .isLessThanOrEqualTo(LANES);
        assertThat(stored()).isEqualTo(Map.of("film.bin", sha256(film)));
    }

    @Test
    void a_network_that_is_cut_for_twenty_seconds_costs_nothing_but_time() throws Exception {
        var film = sparse("film.bin", 96L * MIB);
        write(folder.resolve("note.txt"), random(1000, 1));
        gate.slow(3L * MIB);
        uploading.give(film, folder.resolve("note.txt"));
        uploading.awaitPercent(20);
        gate.shut();
        LockSupport.parkNanos(CUT_SECONDS * 1_000_000_000L);
        gate.slow(Long.MAX_VALUE);
        gate.reopen();
        uploading.awaitWords("2 files uploaded");
        assertThat(gate.parts().size()).isLessThanOrEqualTo(96 / 8 + AT_ONCE);
        assertThat(stored()).containsEntry("film.bin", sha256(film)).hasSize(2);
    }

    @Test
    void a_store_that_is_killed_in_the_middle_and_comes_back_gets_the_rest() throws Exception {
        var film = sparse("film.bin", 96L * MIB);
        gate.slow(3L * MIB);
        uploading.give(film);
        uploading.awaitPercent(20);
        platform.restartStore();
        gate.slow(Long.MAX_VALUE);
        uploading.awaitWords("1 file uploaded");
        assertThat(stored()).isEqualTo(Map.of("film.bin", sha256(film)));
    }

    @Test
    void a_ticket_that_ends_in_the_middle_is_renewed_by_whoever_is_signed_in() throws Exception {
        var film = sparse("film.bin", 96L * MIB);
        gate.slow(3L * MIB);
        uploading.give(film);
        uploading.awaitPercent(20);
        endTickets();
        gate.slow(Long.MAX_VALUE);
        uploading.awaitWords("1 file uploaded");
        assertThat(stored()).isEqualTo(Map.of("film.bin", sha256(film)));
    }

    @Test
    void two_tabs_with_the_same_folder_take_turns_and_nothing_is_doubled() throws Exception {
        var root = Files.createDirectory(folder.resolve("twice"));
        for (var number = 0; number < 200; number++) write(root.resolve("file-" + number), random(20_000, number));
        Files.move(sparse("film.bin", 40L * MIB), root.resolve("film.bin"));
        gate.slow(8L * MIB);
        var second = uploading.anotherTab();
        Uploading.giveFolder(uploading.page(), root);
        Uploading.awaitWords(uploading.page(), "Uploading");
        Uploading.giveFolder(second, root);
        answerIfAsked(second);
        Uploading.awaitWords(second, "Another page is uploading");
        gate.slow(Long.MAX_VALUE);
        uploading.awaitWords("201 files uploaded");
        Uploading.awaitWords(second, "201 skipped, already there");
        assertThat(stored()).hasSize(201).doesNotContainKey("twice/film (2).bin");
        assertThat(gate.parts()).doesNotHaveDuplicates().hasSize(5);
    }

    @Test
    void paused_and_cancelled_it_stops_and_leaves_nothing_behind() throws Exception {
        var film = sparse("film.bin", 96L * MIB);
        gate.slow(4L * MIB);
        uploading.give(film);
        uploading.awaitPercent(40);
        uploading.visitor().button("Pause film.bin").click();
        assertThat(uploading.tray().locator("li.paused")).containsText(Pattern.compile("paused at [3-9]\\d? %"));
        uploading.visitor().button("Resume film.bin").click();
        uploading.awaitPercent(50);
        uploading.visitor().button("Pause uploads").click();
        assertThat(uploading.tray()).containsText("Paused at 0 of 1 file");
        uploading.visitor().button("Resume uploads").click();
        uploading.visitor().button("Cancel film.bin").click();
        assertThat(uploading.tray()).containsText("1 cancelled");
        await().until(() -> openUploads() == 0);
        assertThat(stored()).isEmpty();
    }

    @Test
    void a_drop_of_very_many_files_does_not_hold_up_the_page() {
        gate.slow(MIB);
        var longest = (Number) uploading.page().evaluate("""
                async many => {
                    let longest = 0;
                    let last = performance.now();
                    const beat = setInterval(() => {
                        longest = Math.max(longest, performance.now() - last);
                        last = performance.now();
                    }, 10);
                    const transfer = new DataTransfer();
                    for (let n = 0; n < many; n++) transfer.items.add(new File(['x'], `file-${n}`, { lastModified: n }));
                    await new Promise(resolve => setTimeout(resolve, 500));
                    longest = 0;
                    const input = document.querySelector('bramble-uploader input.files');
                    input.files = transfer.files;
                    last = performance.now();
                    input.dispatchEvent(new Event('change'));
                    const tray = document.querySelector('bramble-upload-tray');
                    while (!tray.textContent.includes('Uploading')) await new Promise(resolve => setTimeout(resolve, 50));
                    await new Promise(resolve => setTimeout(resolve, 2000));
                    clearInterval(beat);
                    return longest;
                }""", DROPPED);
        System.out.printf("%,d files: the page was busy for %d ms at most%n", DROPPED, longest.intValue());
        assertThat(uploading.tray().locator("li").count()).isLessThanOrEqualTo(201);
        assertThat(longest.intValue()).isLessThan(1000); // 200 where nobody else works
        uploading.visitor().button("Cancel all uploads").click();
    }

    private static void answerIfAsked(Page page) {
        var skip = page.locator(".upload-question").getByText("Skip", new Locator.GetByTextOptions().setExact(true));
        page.waitForFunction("""
                () => document.querySelector('.upload-question')
                    || /page is uploading/.test(document.querySelector('bramble-upload-tray').textContent)""");
        if (page.locator(".upload-question").count() > 0) skip.last().click();
    }

    private Path folderOfFiles(Path root) throws IOException {
        Files.createDirectories(root.resolve("empty/inner"));
        return root;
    }

    private int openUploads() {
        return owner().sql("select count(*) from large_file where stored_at is null")
                .query(Integer.class)
                .single();
    }

    private static void endTickets() {
        owner().sql("update upload set expires_at = now() - interval '1 minute' where ended_at is null")
                .update();
    }

    private static JdbcClient owner() {
        var postgres = platform.postgres();
        return JdbcClient.create(new DriverManagerDataSource(
                postgres.url("bramble"), LocalPostgres.OWNER, postgres.password(LocalPostgres.OWNER)));
    }

    /** What the store holds, by its own list: SHA-256 by key. */
    private Map<String, String> stored() throws Exception {
        var key = uploading.key("read-only");
        var store = MinioClient.builder()
                .endpoint(key.endpoint())
                .region(key.region())
                .credentials(key.accessKeyId(), key.secret())
                .build();
        var hashes = new HashMap<String, String>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            var names = new ArrayList<>(key.list("").keySet());
            var work = names.stream()
                    .map(name -> (Callable<String>) () -> {
                        try (var content = store.getObject(GetObjectArgs.builder()
                                .bucket(key.bucket())
                                .object(name)
                                .build())) {
                            return sha256(content);
                        }
                    })
                    .toList();
            var done = threads.invokeAll(work);
            for (var i = 0; i < names.size(); i++)
                hashes.put(names.get(i), done.get(i).get());
        }
        return hashes;
    }

    private Path sparse(String name, long bytes) throws IOException {
        var file = folder.resolve(name);
        try (var content = new RandomAccessFile(file.toFile(), "rw")) {
            content.setLength(bytes);
            for (var at = 0L; at < bytes; at += 4L * MIB) {
                content.seek(at);
                content.writeLong(at);
            }
        }
        return file;
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static byte[] random(int size, int seed) {
        var bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static String sha256(Path file) throws Exception {
        try (var content = Files.newInputStream(file)) {
            return sha256(content);
        }
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }

    private static String sha256(InputStream content) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        new DigestInputStream(content, digest).transferTo(OutputStream.nullOutputStream());
        return HexFormat.of().formatHex(digest.digest());
    }
}
