package io.bramble.ui.buckets;

import io.bramble.bucket.BucketView;
import io.bramble.bucket.IssuedKey;
import io.bramble.storage.Permission;
import io.bramble.ui.parts.Shell;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** Lines that work when pasted, for one key: they upload, list or download as far as the key may. */
final class KeySnippets {
    private final String endpoint;
    private final String region;
    private final String bucket;
    private final String prefix;
    private final String id;
    private final String secret;
    private final Permission permission;

    KeySnippets(BucketView bucket, IssuedKey issued) {
        this.endpoint = bucket.endpoint();
        this.region = bucket.region();
        this.bucket = bucket.name();
        this.prefix = issued.key().prefix();
        this.id = issued.key().accessKeyId();
        this.secret = issued.secret().reveal();
        this.permission = issued.key().permission();
    }

    /** By the name of the program. */
    SequencedMap<String, String> all() {
        var all = new LinkedHashMap<String, String>();
        all.put("aws", aws());
        all.put("mc", mc());
        all.put("rclone", rclone());
        all.put("Python", python());
        all.put("Java", java());
        return all;
    }

    /** For tools that read their settings from a file. */
    String env() {
        return """
                AWS_ACCESS_KEY_ID=%s
                AWS_SECRET_ACCESS_KEY=%s
                AWS_REGION=%s
                AWS_ENDPOINT_URL=%s
                BUCKET=%s
                """.formatted(id, secret, region, endpoint, bucket);
    }

    private String aws() {
        var call = "aws --endpoint-url " + endpoint + " s3 ";
        var there = Shell.quoted("s3://" + bucket + "/" + prefix);
        return """
                export AWS_ACCESS_KEY_ID=%s
                export AWS_SECRET_ACCESS_KEY=%s
                export AWS_DEFAULT_REGION=%s
                """.formatted(id, secret, region)
                + upload(call + "cp hello.txt " + there)
                + read(call + "ls " + there, call + "sync " + there + " copy/");
    }

    private String mc() {
        var here = Shell.quoted("bramble/" + bucket + "/" + prefix);
        return "mc alias set bramble " + endpoint + " " + id + " " + secret + "\n"
                + upload("mc cp hello.txt " + here)
                + read("mc ls " + here, "mc mirror " + here + " copy/");
    }

    private String rclone() {
        var here = Shell.quoted("bramble:" + bucket + "/" + prefix);
        var blind = permission == Permission.WRITE ? "--no-check-dest --s3-no-head " : "";
        return """
                rclone config create bramble s3 provider=Other endpoint=%s region=%s \\
                  access_key_id=%s secret_access_key=%s no_check_bucket=true
                """.formatted(endpoint, region, id, secret)
                + upload("rclone copy " + blind + "hello.txt " + here)
                + read("rclone ls " + here, "rclone copy " + here + " copy/");
    }

    private String python() {
        return """
                import boto3

                s3 = boto3.client(
                    "s3",
                    endpoint_url="%s",
                    region_name="%s",
                    aws_access_key_id="%s",
                    aws_secret_access_key="%s",
                )
                """.formatted(endpoint, region, id, secret)
                + (writes()
                        ? "s3.put_object(Bucket=\"%s\", Key=\"%shello.txt\", Body=b\"hello\")\n"
                                .formatted(bucket, literal(prefix))
                        : "")
                + (reads()
                        ? "for file in s3.list_objects_v2(Bucket=\"%s\", Prefix=\"%s\").get(\"Contents\", []):\n    print(file[\"Key\"], file[\"Size\"])\n"
                                .formatted(bucket, literal(prefix))
                        : "");
    }

    private String java() {
        return """
                // software.amazon.awssdk:s3
                var s3 = S3Client.builder()
                        .endpointOverride(URI.create("%s"))
                        .region(Region.of("%s"))
                        .forcePathStyle(true)
                        .credentialsProvider(StaticCredentialsProvider.create(
                                AwsBasicCredentials.create("%s", "%s")))
                        .build();
                """.formatted(endpoint, region, id, secret)
                + (writes()
                        ? "s3.putObject(put -> put.bucket(\"%s\").key(\"%shello.txt\"), RequestBody.fromString(\"hello\"));\n"
                                .formatted(bucket, literal(prefix))
                        : "")
                + (reads()
                        ? "s3.listObjectsV2(list -> list.bucket(\"%s\").prefix(\"%s\"))\n        .contents().forEach(file -> System.out.println(file.key()));\n"
                                .formatted(bucket, literal(prefix))
                        : "");
    }

    /** Between the quotes of Python and Java. */
    private static String literal(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private String upload(String line) {
        return writes() ? "echo hello > hello.txt\n" + line + "\n" : "";
    }

    private String read(String list, String download) {
        if (!reads()) return "";
        return list + "\n" + (writes() ? "" : download + "\n");
    }

    private boolean writes() {
        return permission != Permission.READ;
    }

    private boolean reads() {
        return permission != Permission.WRITE;
    }
}
