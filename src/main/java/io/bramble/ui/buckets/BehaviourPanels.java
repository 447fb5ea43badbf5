package io.bramble.ui.buckets;

import static java.util.stream.Collectors.joining;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.bramble.account.Membership;
import io.bramble.bucket.BucketBehaviour;
import io.bramble.bucket.Buckets;
import io.bramble.bucket.Settings;
import io.bramble.storage.Capabilities;
import io.bramble.storage.Capability;
import io.bramble.storage.CorsRule;
import io.bramble.storage.EventRule;
import io.bramble.storage.LifecycleRule;
import io.bramble.ui.parts.Notices;
import io.bramble.ui.parts.Numbers;
import io.bramble.ui.parts.Panel;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How a bucket behaves, in sentences; what its engine lacks is named in one line and not offered. */
class BehaviourPanels extends Div {
    private final transient Settings settings;
    private final transient Buckets buckets;
    private final Membership acting;
    private final transient BucketBehaviour bucket;
    private final transient Runnable changed;

    /** @param changed shows the bucket anew */
    BehaviourPanels(Settings settings, Buckets buckets, Membership acting, BucketBehaviour bucket, Runnable changed) {
        this.settings = settings;
        this.buckets = buckets;
        this.acting = acting;
        this.bucket = bucket;
        this.changed = changed;
        addClassName("panels");
        if (!bucket.inForce()) add(createProgress());
        add(createQuota());
        if (can(Capability.VERSIONING)) add(createVersioning());
        if (bucket.wished().objectLock()) add(createLock());
        if (can(Capability.LIFECYCLE) || can(Capability.UPLOAD_EXPIRY)) add(createLifecycle());
        if (can(Capability.BUCKET_CORS)) add(createCors());
        if (can(Capability.BUCKET_TAGS)) add(createTags());
        if (can(Capability.EVENTS)) add(createEvents());
        lacking(bucket.capabilities()).forEach(this::add);
    }

    private boolean can(Capability capability) {
        return bucket.capabilities().has(capability);
    }

    private static Component createProgress() {
        var progress = new Paragraph("The last change is being applied …");
        progress.addClassName("quiet");
        progress.getElement().setAttribute("role", "status");
        progress.setTestId("being-applied");
        return progress;
    }

    private Panel createQuota() {
        var quota = bucket.quotaBytes();
        var line = new Line(
                quota == null
                        ? "No limit of its own; the account's limit holds."
                        : "At most " + Numbers.bytes(quota) + "; beyond that uploads are refused.");
        var panel = new Panel("Quota", line).withLine("What this bucket may hold.");
        if (!acting.role().writes()) return panel;
        if (quota != null)
            line.with("Remove", () -> done(() -> buckets.quota(acting, bucket.bucketId(), null), "Removed the limit."));
        return panel.withAction(
                button("Change quota …", () -> new QuotaDialog(buckets, acting, bucket, changed).open()));
    }

    private Panel createVersioning() {
        var on = bucket.wished().versioning();
        var panel = new Panel(
                        "Versions",
                        new Span(
                                on
                                        ? "On: what is overwritten or deleted stays as an old version."
                                        : "Off: what is overwritten or deleted is gone."))
                .withLine("Old versions count as stored and are billed until they are deleted, by you or by a rule."
                        + " Switching this off keeps those that are there.");
        if (!acting.role().writes() || bucket.wished().objectLock()) return panel;
        return panel.withAction(button(on ? "Switch off" : "Switch on", () -> versioning(!on)));
    }

    private void versioning(boolean on) {
        done(
                () -> settings.versioning(acting, bucket.bucketId(), on),
                on ? "Versions are kept from now on." : "Versions are no longer kept.");
    }

    private Panel createLock() {
        var retention = bucket.wished().retention();
        var words = retention == null
                ? "New objects are not locked."
                : "New objects are locked for " + Numbers.count(retention.days(), "day") + ". "
                        + RetentionDialog.text(retention.mode()) + ".";
        var line = new Line(words);
        var panel = new Panel("Object lock", line)
                .withLine("A locked object cannot be deleted or overwritten. The bucket was made for this and always"
                        + " keeps versions; deleting the bucket waits for its locks.");
        if (!acting.role().writes()) return panel;
        if (retention != null)
            line.with(
                    "Remove",
                    () -> done(
                            () -> settings.retention(acting, bucket.bucketId(), null),
                            "New objects are no longer locked."));
        return panel.withAction(
                button("Lock new objects …", () -> new RetentionDialog(settings, acting, bucket, changed).open()));
    }

    private Panel createLifecycle() {
        var panel = new Panel("Cleaning up").withLine("What the bucket removes by itself. It looks about once a day.");
        var all = CleanUp.of(bucket.wished().lifecycle());
        for (var cleanUp : all) {
            var line = new Line(cleanUp.sentence());
            if (acting.role().writes())
                line.with("Edit", () -> new CleanUpDialog(settings, acting, bucket, cleanUp, changed).open())
                        .with("Remove", () -> remove(cleanUp));
            panel.add(line);
        }
        if (all.isEmpty()) panel.add(quiet("Nothing is removed by itself."));
        if (!acting.role().writes()) return panel;
        return panel.withAction(
                button("Add a rule …", () -> new CleanUpDialog(settings, acting, bucket, null, changed).open()));
    }

    private void remove(CleanUp cleanUp) {
        var left = new ArrayList<>(
                CleanUp.of(settings.get(acting, bucket.bucketId()).wished().lifecycle()));
        left.remove(cleanUp);
        List<LifecycleRule> rules = left.stream().map(CleanUp::rule).toList();
        done(() -> settings.lifecycle(acting, bucket.bucketId(), rules), "Removed the rule.");
    }

    private Panel createCors() {
        var panel = new Panel("Web pages")
                .withLine("Pages of these sites may call the bucket from a browser, with a key or a signed address."
                        + " This console always may.");
        for (var rule : bucket.wished().cors()) {
            var line = new Line(String.join(", ", rule.origins()) + " may " + String.join(", ", rule.methods()) + ".");
            if (acting.role().writes())
                line.with("Edit", () -> new CorsDialog(settings, acting, bucket, rule, changed).open())
                        .with("Remove", () -> remove(rule));
            panel.add(line);
        }
        if (bucket.wished().cors().isEmpty()) panel.add(quiet("No other site may."));
        if (!acting.role().writes()) return panel;
        var actions = new Div(
                button("Let a site upload …", () -> new SiteDialog(settings, acting, bucket, changed).open()),
                button("Add a rule …", () -> new CorsDialog(settings, acting, bucket, null, changed).open()));
        actions.addClassName("page-actions");
        return panel.withAction(actions);
    }

    private void remove(CorsRule rule) {
        var left =
                new ArrayList<>(settings.get(acting, bucket.bucketId()).wished().cors());
        left.remove(rule);
        done(() -> settings.cors(acting, bucket.bucketId(), left), "Removed the rule.");
    }

    private Panel createTags() {
        var panel = new Panel("Tags").withLine("Labels of your own, to find and to group buckets by.");
        new TreeMap<>(bucket.wished().tags()).forEach((key, value) -> {
            var line = new Line(value.isEmpty() ? key : key + ": " + value);
            if (acting.role().writes())
                line.with("Edit", () -> new TagDialog(settings, acting, bucket, key, changed).open())
                        .with("Remove", () -> remove(key));
            panel.add(line);
        });
        if (bucket.wished().tags().isEmpty()) panel.add(quiet("No tags."));
        if (!acting.role().writes()) return panel;
        return panel.withAction(
                button("Add a tag …", () -> new TagDialog(settings, acting, bucket, null, changed).open()));
    }

    private void remove(String tag) {
        var left =
                new TreeMap<>(settings.get(acting, bucket.bucketId()).wished().tags());
        left.remove(tag);
        done(() -> settings.tags(acting, bucket.bucketId(), left), "Removed the tag.");
    }

    private Panel createEvents() {
        var panel = new Panel("Events")
                .withLine("Programs that hear of what happens to files. Whoever runs the engine has set them up.");
        for (var rule : bucket.wished().events()) {
            var line = new Line(EventDialog.sentence(rule));
            if (acting.role().writes()) line.with("Remove", () -> remove(rule));
            panel.add(line);
        }
        if (bucket.wished().events().isEmpty()) panel.add(quiet("Nobody is told."));
        if (!acting.role().writes()) return panel;
        return panel.withAction(
                button("Tell a program …", () -> new EventDialog(settings, acting, bucket, changed).open()));
    }

    private void remove(EventRule rule) {
        var left =
                new ArrayList<>(settings.get(acting, bucket.bucketId()).wished().events());
        left.remove(rule);
        done(() -> settings.events(acting, bucket.bucketId(), left), "Removed the rule.");
    }

    private void done(Runnable change, String words) {
        change.run();
        changed.run();
        Notices.done(words);
    }

    private static Button button(String text, Runnable action) {
        return new Button(text, _ -> action.run());
    }

    private static Span quiet(String text) {
        var words = new Span(text);
        words.addClassName("quiet");
        return words;
    }

    private static Stream<Paragraph> lacking(Capabilities engine) {
        var lacking = Stream.of(
                        Capability.VERSIONING,
                        Capability.LIFECYCLE,
                        Capability.BUCKET_CORS,
                        Capability.BUCKET_TAGS,
                        Capability.OBJECT_LOCK)
                .filter(capability -> !engine.has(capability))
                .map(Capability::words)
                .collect(joining(", "));
        if (lacking.isEmpty()) return Stream.of();
        var line = new Paragraph("This bucket's engine has no " + lacking + ".");
        line.addClassName("quiet");
        return Stream.of(line);
    }
}
