package io.bramble.metering;

import java.time.Instant;

/** What a bucket held from the moment we saw it on. */
record StorageSample(Instant observedAt, long bytes) {}
