package io.bramble.storage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How one bucket behaves. Each call may be repeated; what the engine lacks is refused with {@link
 * StoreException.NotSupportedByEngine}, also when it is only asked for.
 */
public interface BucketSettings {
    boolean keepsVersions();

    /** Once on, versions that are there stay when it is switched off. */
    void keepVersions(boolean keep);

    List<LifecycleRule> lifecycle();

    /** @param rules replace all others; none removes them */
    void lifecycle(List<LifecycleRule> rules);

    List<CorsRule> cors();

    /** @param rules replace all others; none removes them */
    void cors(List<CorsRule> rules);

    /** How long a new object is locked unless its writer says otherwise; empty for not at all. */
    Optional<Retention> retention();

    /** @throws StoreException.Refused if the bucket was not made with object lock */
    void retention(@Nullable Retention retention);

    /** Who is told about its objects. */
    List<EventRule> events();

    /**
     * Tells from now on; what a target does not take is told again or lost, as the engine's operator has set it up.
     *
     * @param rules replace all others; none removes them
     * @throws StoreException.Refused for a target that the engine does not have
     */
    void events(List<EventRule> rules);

    Map<String, String> tags();

    /** @param tags replace all others */
    void tags(Map<String, String> tags);
}
