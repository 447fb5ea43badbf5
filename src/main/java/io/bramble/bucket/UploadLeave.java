package io.bramble.bucket;

import io.bramble.account.Account;

/** What a ticket opens: an upload whose maker may still write into that bucket. */
record UploadLeave(UploadRows.Open upload, Account account, Bucket bucket) {}
