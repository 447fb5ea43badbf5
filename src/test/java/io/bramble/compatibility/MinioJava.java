package io.bramble.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.minio.ComposeObjectArgs;
import io.minio.ComposeSource;
import io.minio.CopyObjectArgs;
import io.minio.CopySource;
import io.minio.GetPresignedObjectUrlArgs;
import io.minio.ListObjectsArgs;
import io.minio.RemoveObjectsArgs;
import io.minio.StatObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.http.Method;
import io.minio.messages.Bucket;
import io.minio.messages.DeleteObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/** MinIO's library for Java. */
final class MinioJava {
    private static final byte[] SMALL = Content.random(3_000);
    private static final byte[] PART = Content.random(5 << 20);
    private static final byte[] LARGE = Content.random(Content.LARGE_BYTES);

    private MinioJava() {}

    static JavaSuite<MinioCalls> suite() {
        var java = new JavaSuite<>("minio-java", place -> new MinioCalls(place, "all"), MinioJava::answer);
        sizes(java);
        buckets(java);
        copies(java);
        links(java);
        keys(java);
        return java;
    }

    private static Answer answer(Exception failed) {
        if (!(failed instanceof ErrorResponseException refused)) return Answer.fails(failed.toString());
        return Answer.ofError(refused.response().code(), refused.errorResponse().code());
    }

    private static void sizes(JavaSuite<MinioCalls> java) {
        java.works(Groups.SIZES, "putObject of 100 MiB in parts, and getObject", (s3, place, at) -> {
                    s3.put(at + "a", LARGE);
                    assertThat(s3.get(at + "a")).isEqualTo(LARGE);
                    s3.remove(at + "a");
                })
                .works(Groups.SIZES, "putObject of nothing, and getObject", (s3, place, at) -> {
                    s3.put(at + "a", new byte[0]);
                    assertThat(s3.get(at + "a")).isEmpty();
                })
                .works(Groups.STREAMING, "putObject of unknown size", (s3, place, at) -> {
                    s3.putUnknown(at + "a", PART);
                    assertThat(s3.get(at + "a")).isEqualTo(PART);
                });
    }

    private static void buckets(JavaSuite<MinioCalls> java) {
        java.works(Groups.BUCKETS, "bucketExists and listBuckets", (s3, place, at) -> {
                    assertThat(s3.exists()).isTrue();
                    assertThat(s3.client().listBuckets())
                            .extracting(Bucket::name)
                            .containsExactly(place.bucket());
                })
                .works(Groups.LISTING, "listObjects of a folder, and recursively", (s3, place, at) -> {
                    for (var name : List.of("a.txt", "b/1.txt", "ü +.txt")) s3.put(at + name, SMALL);
                    var asked = ListObjectsArgs.builder().bucket(place.bucket()).prefix(at);
                    assertThat(names(s3, asked)).containsExactlyInAnyOrder(at + "a.txt", at + "b/", at + "ü +.txt");
                    assertThat(names(s3, asked.recursive(true)))
                            .containsExactly(at + "a.txt", at + "b/1.txt", at + "ü +.txt");
                });
    }

    private static List<String> names(MinioCalls s3, ListObjectsArgs.Builder asked) throws Exception {
        var names = new ArrayList<String>();
        for (var item : s3.client().listObjects(asked.build()))
            names.add(item.get().objectName());
        return names;
    }

    private static void copies(JavaSuite<MinioCalls> java) {
        java.works(Groups.OBJECTS, "copyObject, and statObject", (s3, place, at) -> {
                    s3.put(at + "a", SMALL);
                    var source = CopySource.builder().bucket(place.bucket()).object(at + "a");
                    s3.client()
                            .copyObject(CopyObjectArgs.builder()
                                    .bucket(place.bucket())
                                    .object(at + "ü b")
                                    .source(source.build())
                                    .build());
                    assertThat(s3.get(at + "ü b")).isEqualTo(SMALL);
                    var stat = StatObjectArgs.builder().bucket(place.bucket()).object(at + "ü b");
                    assertThat(s3.client().statObject(stat.build()).size()).isEqualTo(SMALL.length);
                })
                .works(Groups.MULTIPART, "composeObject of two objects", (s3, place, at) -> {
                    s3.put(at + "1", PART);
                    s3.put(at + "2", SMALL);
                    s3.client()
                            .composeObject(ComposeObjectArgs.builder()
                                    .bucket(place.bucket())
                                    .object(at + "a")
                                    .sources(List.of(source(place, at + "1"), source(place, at + "2")))
                                    .build());
                    assertThat(s3.get(at + "a")).isEqualTo(Content.joined(PART, SMALL));
                })
                .works(Groups.OBJECTS, "removeObjects", (s3, place, at) -> {
                    s3.put(at + "a", SMALL);
                    s3.put(at + "b", SMALL);
                    var errors = s3.client()
                            .removeObjects(RemoveObjectsArgs.builder()
                                    .bucket(place.bucket())
                                    .objects(List.of(new DeleteObject(at + "a"), new DeleteObject(at + "b")))
                                    .build());
                    assertThat(errors).isEmpty();
                    var asked = ListObjectsArgs.builder().bucket(place.bucket()).prefix(at);
                    assertThat(names(s3, asked)).isEmpty();
                });
    }

    private static ComposeSource source(Place place, String key) {
        return ComposeSource.builder().bucket(place.bucket()).object(key).build();
    }

    private static void links(JavaSuite<MinioCalls> java) {
        java.works(Groups.SIGNED, "getPresignedObjectUrl for PUT and for GET", (s3, place, at) -> {
            send(HttpRequest.newBuilder(link(s3, place, Method.PUT, at)).PUT(BodyPublishers.ofByteArray(SMALL)));
            assertThat(send(HttpRequest.newBuilder(link(s3, place, Method.GET, at))))
                    .isEqualTo(SMALL);
            assertThat(s3.get(at + "a")).isEqualTo(SMALL);
        });
    }

    private static URI link(MinioCalls s3, Place place, Method method, String at) throws Exception {
        var wish = GetPresignedObjectUrlArgs.builder()
                .method(method)
                .bucket(place.bucket())
                .object(at + "a");
        return URI.create(s3.client().getPresignedObjectUrl(wish.build()));
    }

    private static byte[] send(HttpRequest.Builder request) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request.build(), BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        }
    }

    private static void keys(JavaSuite<MinioCalls> java) {
        java.denied(Groups.KEYS, "putObject with a read-only key, which gets", (s3, place, at) -> {
                    s3.put(at + "a", SMALL);
                    var reader = new MinioCalls(place, "reader");
                    assertThat(reader.get(at + "a")).isEqualTo(SMALL);
                    reader.put(at + "b", SMALL);
                })
                .denied(Groups.KEYS, "getObject with a write-only key, which puts", (s3, place, at) -> {
                    var writer = new MinioCalls(place, "writer");
                    writer.put(at + "a", SMALL);
                    assertThat(s3.get(at + "a")).isEqualTo(SMALL);
                    writer.get(at + "a");
                })
                .denied(
                        Groups.KEYS,
                        "putObject elsewhere with a key of a prefix, which puts below it",
                        (s3, place, at) -> {
                            var below = new MinioCalls(place, "below");
                            below.put("below/" + at, SMALL);
                            assertThat(below.get("below/" + at)).isEqualTo(SMALL);
                            below.put(at + "a", SMALL);
                        });
    }
}
