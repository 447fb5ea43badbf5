package io.bramble.metering;

/** What is counted, in whole byte-seconds, bytes, requests or engine-seconds. */
public enum Meter {
    STORAGE,
    EGRESS,
    INGRESS,
    REQUESTS_A,
    REQUESTS_B,
    /** Of {@link #REQUESTS_A}: refused, failed or cancelled, so not billed. */
    A_FAILED,
    /** Of {@link #REQUESTS_B}: refused, failed or cancelled, so not billed. */
    B_FAILED,
    ENGINE
}
