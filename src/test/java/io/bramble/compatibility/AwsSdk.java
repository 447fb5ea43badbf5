package io.bramble.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumMode;

/** Amazon's library for Java: without TLS it signs each chunk of what it sends. */
final class AwsSdk {
    private static final byte[] SMALL = Content.random(300_000);

    private AwsSdk() {}

    static JavaSuite<S3Client> suite() {
        return new JavaSuite<>("AWS SDK for Java", place -> builder(place).build(), AwsSdk::answer)
                .works(Groups.STREAMING, "putObject in signed chunks with a checksum behind them", (s3, place, at) -> {
                    put(s3, place, at + "a");
                    assertThat(get(s3, place, at + "a")).isEqualTo(SMALL);
                })
                .works(Groups.STREAMING, "putObject in signed chunks without a checksum", (_, place, at) -> {
                    try (var s3 = builder(place)
                            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                            .build()) {
                        put(s3, place, at + "a");
                        assertThat(get(s3, place, at + "a")).isEqualTo(SMALL);
                    }
                })
                .works(Groups.STREAMING, "putObject in one piece, unchunked", (_, place, at) -> {
                    try (var s3 = builder(place)
                            .serviceConfiguration(all -> all.chunkedEncodingEnabled(false))
                            .build()) {
                        put(s3, place, at + "a");
                        assertThat(get(s3, place, at + "a")).isEqualTo(SMALL);
                    }
                })
                .tell(
                        Groups.CHECKSUMS,
                        "putObject with SHA-256 behind it, told by headObject",
                        "fails: checked, but not told afterwards",
                        "works",
                        (s3, place, at) -> {
                            var put = s3.putObject(
                                    wish -> wish.bucket(place.bucket())
                                            .key(at + "a")
                                            .checksumAlgorithm(ChecksumAlgorithm.SHA256),
                                    RequestBody.fromBytes(SMALL));
                            var head = s3.headObject(wish ->
                                    wish.bucket(place.bucket()).key(at + "a").checksumMode(ChecksumMode.ENABLED));
                            assertThat(get(s3, place, at + "a")).isEqualTo(SMALL);
                            assertThat(head.checksumSHA256()).isNotNull().isEqualTo(put.checksumSHA256());
                        })
                .works(Groups.LISTING, "listObjectsV2Paginator", (s3, place, at) -> {
                    for (var name : new String[] {"a", "b", "c"}) put(s3, place, at + name);
                    var pages = s3.listObjectsV2Paginator(
                            wish -> wish.bucket(place.bucket()).prefix(at).maxKeys(1));
                    assertThat(pages.contents().stream().map(each -> each.key()))
                            .containsExactly(at + "a", at + "b", at + "c");
                });
    }

    private static S3ClientBuilder builder(Place place) {
        var key = place.key("all");
        return S3Client.builder()
                .endpointOverride(URI.create(place.endpoint()))
                .region(Region.of(place.region()))
                .forcePathStyle(true)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(key.accessKeyId(), key.secret())));
    }

    private static void put(S3Client s3, Place place, String key) {
        s3.putObject(wish -> wish.bucket(place.bucket()).key(key), RequestBody.fromBytes(SMALL));
    }

    private static byte[] get(S3Client s3, Place place, String key) {
        return s3.getObjectAsBytes(wish -> wish.bucket(place.bucket()).key(key)).asByteArray();
    }

    private static Answer answer(Exception failed) {
        if (!(failed instanceof AwsServiceException refused)) return Answer.fails(failed.toString());
        return Answer.ofError(refused.statusCode(), refused.awsErrorDetails().errorCode());
    }
}
