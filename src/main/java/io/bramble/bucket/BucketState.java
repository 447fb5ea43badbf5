package io.bramble.bucket;

/** Where a bucket is in its life. */
public enum BucketState {
    PROVISIONING,
    /** Programs can use it. A problem that came later is told beside it. */
    READY,
    /** Was never ready and needs a person; still tried again from time to time. */
    FAILED,
    /** Access is cut, all is kept: can be restored until the purge. */
    DELETED,
    /** Being emptied for good. */
    PURGING
}
