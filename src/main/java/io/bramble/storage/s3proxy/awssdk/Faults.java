package io.bramble.storage.s3proxy.awssdk;

import io.bramble.storage.embedded.S3Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Our refusals as the exceptions S3Proxy renders; it knows some of them by type. */
final class Faults {
    private Faults() {}

    @FunctionalInterface
    interface Call<T> {
        T run() throws IOException;
    }

    /** What is neither is the client's broken connection or our broken disk, which S3Proxy tells apart by the cause. */
    static <T> T translated(Call<T> call) {
        try {
            return call.run();
        } catch (S3Fault fault) {
            throw toS3(fault);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static S3Exception toS3(S3Fault fault) {
        if (fault.status() == 304) {
            return S3Exceptions.fromStatusCode(304, "\"" + fault.etag() + "\"", Map.of(), null);
        }
        var exception =
                switch (fault.code()) {
                    case "NoSuchKey" -> NoSuchKeyException.builder();
                    case "NoSuchBucket" -> NoSuchBucketException.builder();
                    case "NoSuchUpload" -> NoSuchUploadException.builder();
                    default -> S3Exception.builder();
                };
        var details = AwsErrorDetails.builder()
                .errorCode(fault.code())
                .errorMessage(fault.getMessage())
                .build();
        return (S3Exception) exception
                .statusCode(fault.status())
                .message(fault.getMessage())
                .awsErrorDetails(details)
                .build();
    }
}
