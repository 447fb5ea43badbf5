package io.bramble.storage;

/**
 * What went through one bucket since the node's counters began. Never falls but at a restart.
 *
 * @param ingressBytes request bodies
 * @param egressBytes response bodies of objects, as far as they were sent
 * @param a writes and lists
 * @param aFailed those of them that ended in 4xx, 5xx or were cancelled
 * @param b reads
 * @param bFailed those of them that ended in 4xx, 5xx or were cancelled
 */
public record Traffic(long ingressBytes, long egressBytes, long a, long aFailed, long b, long bFailed) {}
