package io.bramble.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import io.bramble.bucket.JobWalk.Again;
import io.bramble.storage.Checksum;
import io.bramble.storage.Completion;
import io.bramble.storage.MultipartStore;
import io.bramble.storage.MultipartUpload;
import io.bramble.storage.OpenUpload;
import io.bramble.storage.SignedPut;
import io.bramble.storage.UploadedPart;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Uploads of an engine that lists ten thousand of them, in an order of its own. */
class AbortingTest {
    private final Engine engine = new Engine();

    @Test
    void what_a_list_left_out_is_found_when_the_others_are_gone() {
        IntStream.range(0, 25_000).forEach(number -> engine.begin("b", "logs/" + number, ""));
        engine.begin("b", "kept", "");
        run(Again.UNTIL_EMPTY);
        assertThat(engine.open).extracting(MultipartUpload::key).containsExactly("kept");
    }

    @Test
    void what_comes_behind_it_is_left_to_whoever_begins_it() {
        IntStream.range(0, 150).forEach(number -> engine.begin("b", "logs/" + number, ""));
        engine.beginsAtEachAbort = true;
        run(Again.UNTIL_EMPTY);
        assertThat(engine.open).extracting(MultipartUpload::key).containsOnly("logs/");
    }

    private void run(Again again) {
        var work = new Aborting("b", "logs/", again, () -> engine, new Abreast(1));
        for (var at = work.start(); at != null; ) {
            var batch = work.plan(at);
            for (var step : batch.steps()) engine.abort(new MultipartUpload("b", step.key(), step.version()));
            at = batch.next();
        }
    }

    private static final class Engine implements MultipartStore {
        private final Set<MultipartUpload> open = new LinkedHashSet<>();
        private final Random random = new Random(1);
        private boolean beginsAtEachAbort;
        private int begun;

        @Override
        public MultipartUpload begin(String bucket, String key, String contentType) {
            var upload = new MultipartUpload(bucket, key, "upload-" + begun++);
            open.add(upload);
            return upload;
        }

        @Override
        public void abort(MultipartUpload upload) {
            open.remove(upload);
            if (beginsAtEachAbort) begin(upload.bucket(), "logs/", "");
        }

        @Override
        public List<OpenUpload> open(String bucket, String prefix) {
            var listed = new ArrayList<>(open);
            Collections.shuffle(listed, random);
            return listed.stream()
                    .limit(MOST_LISTED)
                    .filter(upload -> upload.key().startsWith(prefix))
                    .map(upload -> new OpenUpload(upload, Instant.EPOCH))
                    .toList();
        }

        @Override
        public MultipartUpload beginChecked(String bucket, String key, String contentType) {
            throw new UnsupportedOperationException();
        }

        @Override
        public SignedPut presignPart(
                MultipartUpload upload, int number, long sizeBytes, @Nullable Checksum checksum, Duration validity) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<UploadedPart> parts(MultipartUpload upload) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String complete(MultipartUpload upload, List<UploadedPart> parts, Completion completion) {
            throw new UnsupportedOperationException();
        }
    }
}
