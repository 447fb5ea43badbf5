package io.bramble.provisioning;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Brings engines towards running, compares who they are, and writes down how full they are. */
@Component
class EnginePass {
    private static final Logger LOG = LoggerFactory.getLogger(EnginePass.class);

    private final EngineRows rows;
    private final Drivers drivers;
    private final Clock clock;

    EnginePass(EngineRows rows, Drivers drivers, Clock clock) {
        this.rows = rows;
        this.drivers = drivers;
        this.clock = clock;
    }

    void all() {
        rows.running().forEach(this::one);
    }

    void one(EngineRow engine) {
        drivers.of(engine).ifPresent(driver -> one(engine, driver));
    }

    void one(EngineRow engine, EngineDriver driver) {
        if (engine.unsafe()) {
            driver.unroute(engine);
            return;
        }
        var seen = driver.observe(engine);
        var outcome = seen.answers() ? new Outcome.Done() : driver.converge(engine, seen);
        switch (outcome) {
            case Outcome.Done() -> look(engine, driver, seen.answers() ? seen : driver.observe(engine));
            case Outcome.Another(var identity) -> refuse(engine, driver, identity);
            case Outcome.Failed(var reason) -> write(engine, seen, reason);
        }
    }

    private void look(EngineRow engine, EngineDriver driver, Observation seen) {
        var identity = seen.identity();
        if (identity != null && engine.isAnother(identity)) refuse(engine, driver, identity);
        else write(engine, seen, problem(seen));
    }

    private static @Nullable String problem(Observation seen) {
        return seen.health() == null
                ? "The engine does not answer."
                : seen.health().problem();
    }

    private void write(EngineRow engine, Observation seen, @Nullable String problem) {
        var now = clock.instant();
        var conditions = problem == null
                ? engine.conditions().with(EngineRow.READY, true, "Answers", "The engine answers.", now)
                : engine.conditions().with(EngineRow.READY, false, "Away", problem, now);
        var noted = Findings.note(Findings.note(conditions, seen.drift(), now), seen.release(), now);
        rows.observed(engine.id(), seen, noted, now);
    }

    /** Never repaired by itself: writing into another store, or reading from it, is worse than not answering. */
    private void refuse(EngineRow engine, EngineDriver driver, String identity) {
        LOG.error(
                "Engine {} is {} by its row, but {} answers. It is not used until a person has looked.",
                engine.id(),
                engine.identity(),
                identity);
        driver.unroute(engine);
        var now = clock.instant();
        var message =
                "Another store answers under this engine's name. Put the right one back, then clear this as the operators' guide says.";
        var conditions = engine.conditions()
                .with(EngineRow.READY, false, "AnotherStore", message, now)
                .with(EngineRow.SAFETY, true, "AnotherStore", message, now);
        rows.observed(engine.id(), Observation.NOTHING, conditions, now);
    }
}
