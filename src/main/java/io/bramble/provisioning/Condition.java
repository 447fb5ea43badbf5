package io.bramble.provisioning;

import java.time.Instant;

/**
 * One thing that is so or is not, of an engine or a bucket.
 *
 * @param reason one word for programs
 * @param message one sentence for people
 * @param since when {@code status} last changed
 */
public record Condition(boolean status, String reason, String message, Instant since) {}
