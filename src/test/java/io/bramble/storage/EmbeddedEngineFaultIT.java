package io.bramble.storage;

import static io.bramble.storage.EngineProcess.BUCKET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bramble.storage.StoreException.StoreUnavailable;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/** The embedded engine is killed in the middle of writes. */
class EmbeddedEngineFaultIT {
    private static final int WRITERS = 6;
    private static final int GONE = -1;

    @TempDir
    private Path directory;

    private final Credentials key = Credentials.random();
    private final AtomicInteger acknowledged = new AtomicInteger();

    /** One name: what the engine last said it holds, and what it was told when it died. */
    private static final class Ledger {
        private int sure = GONE;
        private int asked = GONE;
    }

    @RepeatedTest(2)
    void what_was_acknowledged_is_there_whole_and_nothing_else() throws Exception {
        var ledgers = writeUntilKilled();

        var settings = new EmbeddedEngine.Settings(directory, "127.0.0.1", 0, EngineUnderTest.REGION, List.of());
        try (var engine = EmbeddedEngine.start(settings, new PlainCipher(), Clock.systemUTC())) {
            var store = store(engine.endpoint());
            ledgers.forEach((name, ledger) ->
                    assertThat(versionOf(store, name)).as(name).isIn(ledger.sure, ledger.asked));
            var listed = store.list(BUCKET, ListRequest.subtree("", 1000)).objects();
            assertThat(listed).extracting(StoredObject::key).isSubsetOf(ledgers.keySet());
            var bytes = listed.stream().mapToLong(StoredObject::sizeBytes).sum();
            await().untilAsserted(() -> assertThat(engine.admin().usage(BUCKET))
                    .hasValueSatisfying(usage -> assertThat(usage.bytes()).isEqualTo(bytes)));
            ledgers.keySet().forEach(name -> store.put(BUCKET, name, content(0), "text/plain"));
        }
    }

    private Map<String, Ledger> writeUntilKilled() throws Exception {
        var ledgers = new HashMap<String, Ledger>();
        var process = EngineProcess.start(directory, key);
        try (var threads = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<?>> writers = new ArrayList<>();
            for (var i = 0; i < WRITERS; i++) {
                var own = Map.of("w" + i + "/a", new Ledger(), "w" + i + "/b", new Ledger(), "w" + i, new Ledger());
                ledgers.putAll(own);
                var random = new Random(i);
                writers.add(threads.submit(() -> write(store(process.endpoint()), own, random)));
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> acknowledged.get() > 100);
            process.kill();
            for (var writer : writers) {
                writer.get();
            }
        }
        return ledgers;
    }

    private void write(ObjectStore store, Map<String, Ledger> own, Random random) {
        var names = List.copyOf(own.keySet());
        try {
            while (true) {
                var name = names.get(random.nextInt(names.size()));
                var ledger = own.get(name);
                ledger.asked = random.nextInt(4) == 0 ? GONE : random.nextInt(500_000);
                if (ledger.asked == GONE) {
                    store.delete(BUCKET, name);
                } else {
                    store.put(BUCKET, name, content(ledger.asked), "text/plain");
                }
                ledger.sure = ledger.asked;
                acknowledged.incrementAndGet();
            }
        } catch (StoreUnavailable e) {
            return; // killed
        }
    }

    private ObjectStore store(java.net.URI endpoint) {
        return ObjectStores.open(new StoreAddress(endpoint, endpoint, EngineUnderTest.REGION), key);
    }

    /** The version says how long it is and what is in it. */
    private static byte[] content(int version) {
        var bytes = new byte[Integer.BYTES + version];
        new Random(version).nextBytes(bytes);
        ByteBuffer.wrap(bytes).putInt(version);
        return bytes;
    }

    private static int versionOf(ObjectStore store, String name) {
        if (store.head(BUCKET, name).isEmpty()) {
            return GONE;
        }
        var found = store.get(BUCKET, name, 1 << 20);
        var version = ByteBuffer.wrap(found).getInt();
        assertThat(found).as(name).isEqualTo(content(version));
        return version;
    }
}
