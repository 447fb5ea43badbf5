package io.bramble.ui.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.bramble.account.Operator;
import io.bramble.provisioning.EngineView;
import io.bramble.provisioning.Engines;
import io.bramble.provisioning.ExternalEngines;
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
    private final transient Engines engines;
    private final transient ExternalEngines external;
    private final transient Clock clock;
    private final Operator acting;
    private final Div list = new Div();

    EnginesView(Engines engines, ExternalEngines external, CurrentUser currentUser, Clock clock) {
        this.engines = engines;
        this.external = external;
        this.clock = clock;
        acting = currentUser.operator();
        addClassName("page");
        list.addClassName("panels");
        var header = new PageHeader("Engines").withLine("The servers that hold the buckets.");
        if (mayChange()) header.withActions(createAdd());
        add(header, list);
        show();
    }

    private boolean mayChange() {
        return acting.roles().contains("operator");
    }

    private Button createAdd() {
        var add = new Button("Add a server …", _ -> new AddEngineDialog(external, acting, this::show).open());
        add.addThemeVariants(ButtonVariant.PRIMARY);
        return add;
    }

    private void show() {
        list.removeAll();
        var all = engines.list(acting);
        for (var engine : all) list.add(createEngine(engine));
        if (all.isEmpty())
            list.add(new EmptyState(VaadinIcon.SERVER, "No engine yet", "Add a MinIO or Silo server by its address."));
    }

    private Panel createEngine(EngineView engine) {
        var panel = new Panel(engine.cluster() + ", " + Words.of(engine.placement()))
                .withAction(EngineStates.badge(engine));
        if (engine.problem() != null) panel.add(new Trouble(engine.problem()));
        for (var warning : engine.warnings()) panel.add(createWarning(warning));
        panel.add(createCapacity(engine), createFacts(engine));
        if (mayChange()) panel.add(createActions(engine));
        return panel;
    }

    /** The first line says what it is about; each other is one thing to look at. */
    private static Component createWarning(String warning) {
        var lines = warning.lines().toList();
        var about = new Trouble(lines.getFirst());
        if (lines.size() == 1) return about;
        var list = new UnorderedList();
        lines.stream().skip(1).map(ListItem::new).forEach(list::add);
        return new Div(about, list);
    }

    private Div createActions(EngineView engine) {
        var takesNew = new Checkbox("New namespaces may be put here", engine.takesNew());
        takesNew.addValueChangeListener(change -> external.takesNew(acting, engine.id(), change.getValue()));
        var actions = new Div(takesNew);
        actions.addClassName("panel-actions");
        if (engine.driver().equals("EXTERNAL"))
            actions.add(new Button(
                    "Change credentials …", _ -> new CredentialsDialog(external, acting, engine, this::show).open()));
        return actions;
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
                .fact("It can", EngineStates.abilities(engine.capabilities()))
                .fact("Created", Dates.exact(engine.createdAt()));
        engine.conditions().forEach((name, condition) -> facts.fact(EngineStates.label(name), condition.message()));
        return facts;
    }
}
