package io.bramble.bucket;

import io.bramble.account.Membership;
import io.bramble.provisioning.Engines;
import io.bramble.storage.Capabilities;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Which names buckets may have. On a shared engine they are unique across its customers, as on S3 itself. */
@Component
class BucketNames {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final BucketRows rows;
    private final Namespaces namespaces;
    private final Engines engines;

    BucketNames(BucketRows rows, Namespaces namespaces, Engines engines) {
        this.rows = rows;
        this.namespaces = namespaces;
        this.engines = engines;
    }

    /** Where a bucket of a namespace goes. */
    record Place(NamespaceRows.Row namespace, UUID engineId) {}

    Place place(Membership acting, UUID namespaceId) {
        var namespace = namespaces.get(acting, namespaceId);
        return new Place(namespace, engines.place(namespace.engineId()));
    }

    /** From its first bucket on a namespace stays where it is. */
    void settle(Place place) {
        namespaces.settle(place.namespace().id(), place.engineId());
    }

    Capabilities capabilities(Place place) {
        return engines.capabilities(place.engineId());
    }

    NameCheck check(Membership acting, Place place, String name) {
        var problem = NameRules.problem(name);
        if (problem != null) return new NameCheck.Invalid(problem);
        if (ReservedNames.contains(name)) return new NameCheck.Reserved(NameReserved.message(name));
        if (rows.taken(place.engineId(), name)) return taken(acting, place, name);
        return new NameCheck.Free(
                engines.endpoint(place.engineId(), place.namespace().name()) + "/" + name);
    }

    NameCheck.Taken taken(Membership acting, Place place, String name) {
        var suggestion =
                Variants.free(name, place.namespace().name(), variant -> !rows.taken(place.engineId(), variant));
        var reason = rows.onEngine(acting.accountId(), place.engineId(), name)
                .map(BucketNames::ownReason)
                .orElse("The name " + name + " is taken.");
        return new NameCheck.Taken(reason + " Try " + suggestion + ".", suggestion);
    }

    private static String ownReason(Bucket own) {
        if (own.purgeAfter() == null) return "You have a bucket " + own.name() + " already.";
        if (own.purgeStartedAt() != null) return "Your bucket " + own.name() + " is being purged.";
        return "Your deleted bucket " + own.name() + " keeps this name until " + DAY.format(own.purgeAfter())
                + "; you can restore it.";
    }
}
