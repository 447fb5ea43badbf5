package io.bramble.storage.s3proxy.awssdk;

import io.bramble.storage.embedded.EngineFolder;
import io.bramble.storage.embedded.Identities;
import io.bramble.storage.embedded.TrafficCounters;
import java.time.Clock;

/** What answering a request takes. */
public record EmbeddedServices(EngineFolder folder, Identities identities, TrafficCounters traffic, Clock clock) {}
