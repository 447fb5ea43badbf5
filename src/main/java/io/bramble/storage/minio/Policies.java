package io.bramble.storage.minio;

import io.bramble.storage.Access;
import io.bramble.storage.Permission;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Policy documents; pure functions. Allow lists only. A key gets the intersection of its own policy and its user's, so
 * one change to the user's policy cuts or opens all keys.
 */
final class Policies {
    private static final String ARN = "arn:aws:s3:::";
    private static final List<String> LOCATE = List.of("s3:GetBucketLocation");
    private static final List<String> LIST = List.of("s3:ListBucket", "s3:ListBucketVersions");
    private static final List<String> SEE_UPLOADS = List.of("s3:ListBucketMultipartUploads");
    private static final List<String> SEE_VERSIONING = List.of("s3:GetBucketVersioning");
    private static final List<String> READ = List.of(
            "s3:GetObject",
            "s3:GetObjectVersion",
            "s3:GetObjectAttributes",
            "s3:GetObjectVersionAttributes",
            "s3:GetObjectTagging",
            "s3:GetObjectVersionTagging");
    private static final List<String> WRITE =
            List.of("s3:PutObject", "s3:AbortMultipartUpload", "s3:ListMultipartUploadParts");
    private static final List<String> TAG =
            List.of("s3:PutObjectTagging", "s3:PutObjectVersionTagging", "s3:DeleteObjectTagging");
    private static final List<String> DELETE = List.of("s3:DeleteObject", "s3:DeleteObjectVersion");
    private static final List<String> CLEAN = List.of("s3:AbortMultipartUpload", "s3:ListMultipartUploadParts");
    private static final Map<String, Object> NO_ADMIN = deny("admin:*");

    private Policies() {}

    /** What all keys of a bucket may do at most. Of the admin actions nothing, else a key could make more keys. */
    static Map<String, Object> ofBucket(String bucket, Access access, String sid) {
        var statements = new ArrayList<Map<String, Object>>();
        switch (access) {
            case READ_WRITE -> statements.addAll(all(bucket, "", List.of(READ, WRITE, TAG, DELETE), null));
            case READ_ONLY -> statements.addAll(all(bucket, "", List.of(READ, DELETE, CLEAN), null));
            case NONE -> statements.add(with(deny("s3:*"), "Resource", List.of(ARN + "*")));
        }
        statements.add(with(NO_ADMIN, "Sid", sid));
        return document(statements);
    }

    /** @param prefix holds no {@code * ? $}, which would be patterns */
    static Map<String, Object> ofKey(String bucket, Permission permission, String prefix, @Nullable Instant expiresAt) {
        return document(
                switch (permission) {
                    case READ -> reading(bucket, prefix, expiresAt);
                    case WRITE ->
                        List.of(
                                allow(LOCATE, ARN + bucket, "", expiresAt),
                                allow(WRITE, ARN + bucket + "/" + prefix + "*", "", expiresAt));
                    case READ_WRITE -> all(bucket, prefix, List.of(READ, WRITE, TAG, DELETE), expiresAt);
                });
    }

    private static List<Map<String, Object>> reading(String bucket, String prefix, @Nullable Instant expiresAt) {
        return List.of(
                allow(LOCATE, ARN + bucket, "", expiresAt),
                allow(LIST, ARN + bucket, prefix, expiresAt),
                allow(READ, ARN + bucket + "/" + prefix + "*", "", expiresAt));
    }

    private static List<Map<String, Object>> all(
            String bucket, String prefix, List<List<String>> objectActions, @Nullable Instant expiresAt) {
        var seeAll = prefix.isEmpty() ? List.of(LOCATE, SEE_VERSIONING, SEE_UPLOADS) : List.of(LOCATE, SEE_VERSIONING);
        return List.of(
                allow(join(seeAll), ARN + bucket, "", expiresAt),
                allow(LIST, ARN + bucket, prefix, expiresAt),
                allow(join(objectActions), ARN + bucket + "/" + prefix + "*", "", expiresAt));
    }

    private static List<String> join(List<List<String>> lists) {
        return lists.stream().flatMap(List::stream).toList();
    }

    /** @param listedPrefix what a listing must begin with; empty for anything */
    private static Map<String, Object> allow(
            List<String> actions, String resource, String listedPrefix, @Nullable Instant expiresAt) {
        var conditions = new LinkedHashMap<String, Object>();
        if (!listedPrefix.isEmpty()) {
            conditions.put("StringLike", Map.of("s3:prefix", List.of(listedPrefix + "*")));
        }
        if (expiresAt != null) {
            var time = expiresAt.truncatedTo(ChronoUnit.SECONDS).toString();
            conditions.put("DateLessThan", Map.of("aws:CurrentTime", List.of(time)));
        }
        var statement = new LinkedHashMap<String, Object>();
        statement.put("Effect", "Allow");
        statement.put("Action", actions);
        statement.put("Resource", List.of(resource));
        return conditions.isEmpty() ? statement : with(statement, "Condition", conditions);
    }

    private static Map<String, Object> deny(String actions) {
        return Map.of("Effect", "Deny", "Action", List.of(actions));
    }

    private static Map<String, Object> with(Map<String, Object> statement, String name, Object value) {
        var more = new LinkedHashMap<>(statement);
        more.put(name, value);
        return more;
    }

    private static Map<String, Object> document(List<Map<String, Object>> statements) {
        return Map.of("Version", "2012-10-17", "Statement", statements);
    }

    /** Whether an engine's copy says the same: it writes lists in an order of its own, and one value as a list or not. */
    static boolean same(Map<String, Object> ours, JsonNode theirs) {
        return normal(AdminCalls.JSON.valueToTree(ours)).equals(normal(theirs));
    }

    private static Object normal(JsonNode node) {
        if (node.isObject()) {
            var sorted = new TreeMap<String, Object>();
            node.properties().forEach(entry -> sorted.put(entry.getKey(), normal(entry.getValue())));
            return sorted;
        }
        if (!node.isArray()) {
            return List.of(node.asString());
        }
        var statements = node.values().stream().anyMatch(JsonNode::isObject);
        return statements
                ? node.values().stream().map(Policies::normal).toList()
                : node.values().stream().map(JsonNode::asString).sorted().toList();
    }
}
