package io.bramble.storage;

import java.time.Instant;

/**
 * What a bucket holds.
 *
 * @param bytes logical size of all versions; unfinished uploads do not count
 * @param versions objects and their older versions
 * @param measuredAt when the engine looked; not newer than that
 */
public record Usage(long bytes, long objects, long versions, Instant measuredAt) {}
