package io.bramble.storage.s3proxy.awssdk;

import io.bramble.storage.embedded.Listing;
import io.bramble.storage.embedded.ObjectContent;
import io.bramble.storage.embedded.ObjectMeta;
import io.bramble.storage.embedded.Uploads;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gaul.s3proxy.blobstore.SdkResponses;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.StorageClass;

/** Between the SDK's types and what is kept: headers by name, a client's own metadata behind {@code m:}. */
final class Shapes {
    private static final String OWN = "m:";
    private static final List<String> HEADERS = List.of(
            "content-type", "cache-control", "content-disposition", "content-encoding", "content-language", "expires");

    private Shapes() {}

    static Map<String, String> attributes(PutObjectRequest from) {
        return kept(
                from.metadata(),
                from.contentType(),
                from.cacheControl(),
                from.contentDisposition(),
                from.contentEncoding(),
                from.contentLanguage(),
                from.expires());
    }

    static Map<String, String> attributes(CreateMultipartUploadRequest from) {
        return kept(
                from.metadata(),
                from.contentType(),
                from.cacheControl(),
                from.contentDisposition(),
                from.contentEncoding(),
                from.contentLanguage(),
                from.expires());
    }

    static Map<String, String> attributes(CopyObjectRequest from) {
        return kept(
                from.metadata(),
                from.contentType(),
                from.cacheControl(),
                from.contentDisposition(),
                from.contentEncoding(),
                from.contentLanguage(),
                from.expires());
    }

    /** @param headers in the order of {@link #HEADERS} */
    private static Map<String, String> kept(Map<String, String> metadata, @Nullable Object... headers) {
        var kept = new HashMap<String, String>();
        metadata.forEach((name, value) -> kept.put(OWN + name, value));
        for (var i = 0; i < headers.length; i++) {
            var value = headers[i];
            if (value != null) {
                kept.put(HEADERS.get(i), value.toString());
            }
        }
        return kept;
    }

    private static Map<String, String> own(ObjectMeta meta) {
        return meta.attributes().entrySet().stream()
                .filter(attribute -> attribute.getKey().startsWith(OWN))
                .collect(
                        Collectors.toMap(attribute -> attribute.getKey().substring(OWN.length()), Map.Entry::getValue));
    }

    static GetObjectResponse got(ObjectContent content) {
        return described(content.meta())
                .contentLength(content.lengthBytes())
                .contentRange(content.contentRange())
                .build();
    }

    static HeadObjectResponse head(ObjectMeta meta) {
        return SdkResponses.toHead(
                described(meta).contentLength(meta.sizeBytes()).build());
    }

    @SuppressWarnings("deprecation") // S3Proxy reads expires(), not expiresString()
    private static GetObjectResponse.Builder described(ObjectMeta meta) {
        var kept = meta.attributes();
        return GetObjectResponse.builder()
                .eTag(meta.etag())
                .lastModified(meta.modifiedAt())
                .contentType(kept.get("content-type"))
                .cacheControl(kept.get("cache-control"))
                .contentDisposition(kept.get("content-disposition"))
                .contentEncoding(kept.get("content-encoding"))
                .contentLanguage(kept.get("content-language"))
                .expires(instant(kept.get("expires")))
                .metadata(own(meta));
    }

    private static @Nullable Instant instant(@Nullable String time) {
        return time == null ? null : Instant.parse(time);
    }

    static ListObjectsV2Response page(Listing.Page page, @Nullable String nextToken) {
        var objects = new ArrayList<S3Object>();
        var prefixes = new ArrayList<CommonPrefix>();
        for (var entry : page.entries()) {
            var meta = entry.object();
            if (meta == null) {
                prefixes.add(SdkResponses.commonPrefix(entry.name()));
            } else {
                objects.add(SdkResponses.objectEntry(
                        entry.name(), meta.etag(), meta.modifiedAt(), meta.sizeBytes(), StorageClass.STANDARD));
            }
        }
        return SdkResponses.objectsPage(objects, prefixes, nextToken);
    }

    static Part part(Uploads.Part part) {
        var meta = part.meta();
        return SdkResponses.part(part.number(), meta.sizeBytes(), meta.etag(), meta.modifiedAt());
    }
}
