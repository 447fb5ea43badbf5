package io.bramble.billing;

import static java.time.ZoneOffset.UTC;
import static java.util.Comparator.comparingInt;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.stereotype.Component;

/** The plans on offer today. Needs no database: the catalogue's files are the source. */
@Component
public class Plans {
    private final Catalogue catalogue;
    private final Clock clock;

    Plans(Catalogue catalogue, Clock clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** Each plan once, with the newest card in force, the cheapest plan first as the catalogue's files are named. */
    public List<Plan> all() {
        var today = LocalDate.ofInstant(clock.instant(), UTC);
        var newest = new LinkedHashMap<String, Plan>();
        catalogue.entries().stream()
                .map(Catalogue.Entry::plan)
                .filter(plan -> !plan.card().effectiveFrom().isAfter(today))
                .forEach(plan -> newest.merge(plan.code(), plan, Plans::newer));
        return List.copyOf(newest.values());
    }

    /**
     * One plan.
     *
     * @throws PlanNotFound for a code that is not on offer
     */
    public Plan plan(String code) {
        return all().stream()
                .filter(plan -> plan.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new PlanNotFound(code));
    }

    private static Plan newer(Plan one, Plan other) {
        return comparingInt((Plan plan) -> plan.card().version()).compare(one, other) > 0 ? one : other;
    }
}
