package io.bramble.bucket;

import io.bramble.account.InvalidField;

/**
 * A bucket's name: 3 to 63 lower-case letters, digits and hyphens. S3 would allow dots too, but a dot in a name breaks
 * certificates wherever a program puts the bucket into the host name.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html">S3 naming rules</a>
 */
public record BucketName(String value) {
    public BucketName {
        var problem = NameRules.problem(value);
        if (problem != null) throw new InvalidField("name", problem);
    }

    @Override
    public String toString() {
        return value;
    }
}
