package io.bramble.storage.minio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.bramble.storage.Credentials;
import io.minio.admin.Crypto;
import java.util.ArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class SealedTest {
    private static final long OPENING_BYTES = 64L << 20;
    private static final byte[] PLAIN = "{\"accounts\": []}".getBytes(UTF_8);

    /** All passes over an engine's buckets may begin in the same second, as after it was away. */
    @Test
    void more_answers_than_the_heap_has_room_for_are_opened_one_after_the_other() throws Exception {
        var secret = Credentials.random().secretKey();
        var sealed = Crypto.encrypt(PLAIN, secret.reveal());
        var answers = (int) (2 * Runtime.getRuntime().maxMemory() / OPENING_BYTES);
        var together = new CyclicBarrier(answers);
        var opened = new ArrayList<Future<byte[]>>();
        try (var threads = Executors.newFixedThreadPool(answers)) {
            for (var i = 0; i < answers; i++)
                opened.add(threads.submit(() -> {
                    together.await();
                    return Sealed.open(sealed, secret);
                }));
        }
        for (var answer : opened) assertThat(answer.get()).isEqualTo(PLAIN);
    }
}
