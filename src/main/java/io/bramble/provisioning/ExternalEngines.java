package io.bramble.provisioning;

import io.bramble.account.InvalidField;
import io.bramble.account.Operator;
import io.bramble.audit.Audit;
import io.bramble.storage.Credentials;
import io.bramble.storage.SecretKey;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Servers that operators bring: any MinIO or Silo, by its address and root credentials. */
@Component
public class ExternalEngines {
    private final EngineRows rows;
    private final EngineSecrets secrets;
    private final ExternalDriver driver;
    private final EnginePass pass;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ExternalEngines(
            EngineRows rows,
            EngineSecrets secrets,
            ExternalDriver driver,
            EnginePass pass,
            Audit audit,
            TransactionTemplate transactions,
            Clock clock) {
        this.rows = rows;
        this.secrets = secrets;
        this.driver = driver;
        this.pass = pass;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Tries a server out with a bucket and an object that are gone afterwards; keeps nothing. Takes some seconds.
     *
     * @throws InvalidField naming what has to be typed otherwise
     */
    public Checkup check(Operator acting, NewEngine wish) {
        acting.require("operator");
        var checkup = new Trial(wish, driver.open(wish.place(), wish.root())).run();
        if (rows.byIdentity(checkup.identity()).isPresent())
            throw new InvalidField(NewEngine.ENDPOINT, "This server is an engine already.");
        return checkup;
    }

    /**
     * Tries a server out and takes it as an engine for new namespaces.
     *
     * @throws InvalidField as {@link #check}, or for a name that is taken
     */
    public UUID add(Operator acting, NewEngine wish) {
        check(acting, wish);
        var id = Objects.requireNonNull(transactions.execute(_ -> insert(acting, wish)));
        rows.find(id).ifPresent(pass::one);
        return id;
    }

    private UUID insert(Operator acting, NewEngine wish) {
        if (rows.clusterIsThere(wish.name())) throw new InvalidField("name", "There is one of this name already.");
        var now = clock.instant();
        var cluster = rows.ensureCluster(wish.name(), ExternalDriver.NAME, now);
        var id = rows.insertShared(cluster, wish.root(), wish.place(), now);
        audit.append(Audit.PLATFORM, acting.actor(), "engine.added", id.toString(), wish.endpoint());
        return id;
    }

    /**
     * Takes new root credentials after they were changed on the server.
     *
     * @throws InvalidField if the server refuses them, or another one answers there
     */
    public void credentials(Operator acting, UUID id, String rootUser, SecretKey rootSecret) {
        acting.require("operator");
        var engine = rows.find(id).orElseThrow();
        var place = rows.elsewhere(id).orElseThrow();
        var open = place.endpoint().toString();
        var wish = new NewEngine(
                engine.cluster(), open, place.adminEndpoint().toString(), place.region(), rootUser, rootSecret);
        var checkup = new Trial(wish, driver.open(place, wish.root())).run();
        if (engine.isAnother(checkup.identity()))
            throw new InvalidField(NewEngine.ROOT_USER, "Another server answers at " + open + ". Nothing was changed.");
        replace(acting, id, wish.root());
        rows.find(id).ifPresent(pass::one);
    }

    private void replace(Operator acting, UUID id, Credentials root) {
        transactions.executeWithoutResult(_ -> {
            secrets.replace(id, root);
            audit.append(Audit.PLATFORM, acting.actor(), "engine.credentials", id.toString(), root.accessKeyId());
        });
    }

    /** Whether new namespaces may be put on an engine; those that are there stay. */
    public void takesNew(Operator acting, UUID id, boolean takesNew) {
        acting.require("operator");
        transactions.executeWithoutResult(_ -> {
            rows.takesNew(id, takesNew);
            audit.append(Audit.PLATFORM, acting.actor(), "engine.takes-new", id.toString(), takesNew ? "yes" : "no");
        });
    }
}
