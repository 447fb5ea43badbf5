package io.bramble.bucket;

import io.bramble.storage.SecretKey;

/** A new access key with its secret, which can be shown only now. It works as soon as its state is ACTIVE. */
public record IssuedKey(KeyView key, SecretKey secret) {}
