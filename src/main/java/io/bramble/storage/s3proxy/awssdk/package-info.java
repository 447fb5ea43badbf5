/**
 * Bucket stores as S3Proxy calls them, in the AWS SDK's types.
 *
 * <p>The name of this package matters: S3Proxy tells stores apart by the class name, and to one with {@code .awssdk.} in
 * it leaves conditional writes and deletes, which it else refuses or answers by looking first and writing later, and
 * writes no stub objects beside multipart uploads.
 */
@NullMarked
package io.bramble.storage.s3proxy.awssdk;

import org.jspecify.annotations.NullMarked;
