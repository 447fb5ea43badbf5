package io.bramble.ui.admin;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.bramble.provisioning.EngineView;
import io.bramble.provisioning.Engines;
import io.bramble.security.CurrentUser;
import io.bramble.ui.parts.CopyField;
import io.bramble.ui.parts.Dates;
import io.bramble.ui.parts.EmptyState;
import io.bramble.ui.parts.Facts;
import io.bramble.ui.parts.Numbers;
import io.bramble.ui.parts.PageHeader;
import io.bramble.ui.parts.Panel;
import io.bramble.ui.parts.Trouble;
import io.bramble.ui.parts.Words;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;

/** The engines: whether they answer, and how full they are. */
@Route("admin/engines")
@PageTitle("Engines – Bramble")
@RolesAllowed({"operator", "support", "finance"})
class EnginesView extends Div {
    private final transient Clock clock;

    EnginesView(Engines engines, CurrentUser currentUser, Clock clock) {
        this.clock = clock;
        addClassName("page");
        add(new PageHeader("Engines").withLine("The servers that hold the buckets."));
        var all = engines.list(currentUser.operator());
        for (var engine : all) add(createEngine(engine));
        if (all.isEmpty())
            add(new EmptyState(VaadinIcon.SERVER, "No engine yet", "The worker makes the first one when it starts."));
    }

    private Panel createEngine(EngineView engine) {
        var panel = new Panel(engine.cluster() + ", " + Words.of(engine.placement()))
                .withAction(EngineStates.badge(engine));
        if (engine.problem() != null) panel.add(new Trouble(engine.problem()));
        panel.add(createCapacity(engine), createFacts(engine));
        return panel;
    }

    private Div createCapacity(EngineView engine) {
        var used = engine.usedBytes();
        var capacity = engine.capacityBytes();
        if (used == null || capacity == null || capacity == 0) return new Div("Capacity not measured yet.");
        var bar = new ProgressBar(0, capacity, Math.min(used, capacity));
        bar.getElement().setAttribute("aria-label", "Capacity used");
        var words = new Div(Numbers.bytes(used) + " of " + Numbers.bytes(capacity) + " used, "
                + Numbers.percent(used, capacity) + measured(engine));
        words.setTitle(Numbers.exact(used) + " of " + Numbers.exact(capacity));
        return new Div(words, bar);
    }

    private String measured(EngineView engine) {
        return engine.sampledAt() == null ? "" : ", measured " + Dates.relative(engine.sampledAt(), clock.instant());
    }

    private static Facts createFacts(EngineView engine) {
        var facts = new Facts()
                .fact("Driver", Words.of(engine.driver()))
                .fact("Endpoint", new CopyField("endpoint", engine.endpoint()))
                .fact("Created", Dates.exact(engine.createdAt()));
        engine.conditions().forEach((name, condition) -> facts.fact(name, condition.message()));
        return facts;
    }
}
