package io.bramble.compatibility;

import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import java.io.ByteArrayInputStream;

/** minio-java with a key of a place. */
record MinioCalls(MinioClient client, String bucket) {
    private static final long PART_BYTES = 16 << 20;

    MinioCalls(Place place, String key) {
        this(open(place, key), place.bucket());
    }

    private static MinioClient open(Place place, String name) {
        var key = place.key(name);
        return MinioClient.builder()
                .endpoint(place.endpoint())
                .region(place.region())
                .credentials(key.accessKeyId(), key.secret())
                .build();
    }

    boolean exists() throws Exception {
        return client.bucketExists(BucketExistsArgs.builder().bucket(bucket).build());
    }

    void put(String key, byte[] content) throws Exception {
        put(key, content, content.length);
    }

    void putUnknown(String key, byte[] content) throws Exception {
        put(key, content, -1);
    }

    private void put(String key, byte[] content, long bytes) throws Exception {
        client.putObject(PutObjectArgs.builder().bucket(bucket).object(key).stream(
                        new ByteArrayInputStream(content), bytes, PART_BYTES)
                .build());
    }

    byte[] get(String key) throws Exception {
        var asked = GetObjectArgs.builder().bucket(bucket).object(key).build();
        try (var answer = client.getObject(asked)) {
            return answer.readAllBytes();
        }
    }

    void remove(String key) throws Exception {
        client.removeObject(
                RemoveObjectArgs.builder().bucket(bucket).object(key).build());
    }
}
