package io.bramble.bucket;

import io.bramble.account.Account;
import io.bramble.account.InvalidField;
import io.bramble.account.Membership;
import io.bramble.audit.Audit;
import io.bramble.provisioning.Engines;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Namespaces: who has which name. */
@Component
public class Namespaces {
    static final int MOST = 10;

    private final NamespaceRows rows;
    private final Allowances allowances;
    private final Engines engines;
    private final Audit audit;
    private final Clock clock;

    Namespaces(NamespaceRows rows, Allowances allowances, Engines engines, Audit audit, Clock clock) {
        this.rows = rows;
        this.allowances = allowances;
        this.engines = engines;
        this.audit = audit;
        this.clock = clock;
    }

    /** The account's namespaces, oldest first; every account has at least one. */
    @Transactional(readOnly = true)
    public List<Namespace> list(Membership acting) {
        return rows.list(acting.accountId()).stream().map(this::view).toList();
    }

    /**
     * Takes a name for the account.
     *
     * @throws InvalidField for a name that cannot be
     * @throws NameReserved for a name that may not be
     * @throws NameTaken if another account, or this one, has it; of two at once exactly one gets it
     * @throws LimitReached with {@value #MOST} namespaces
     */
    @Transactional
    public Namespace claim(Membership acting, String wanted) {
        acting.requireWriter();
        var name = new NamespaceName(wanted).value();
        if (ReservedNames.contains(name)) throw new NameReserved(name);
        allowances.lockForWriting(acting);
        if (rows.list(acting.accountId()).size() >= MOST) throw new LimitReached("namespaces", MOST);
        if (!rows.insert(acting.accountId(), name, clock.instant())) throw new NameTaken(name, freeVariant(name));
        audit.append(acting.accountId(), acting.actor(), "namespace.claimed", name, "");
        return list(acting).stream()
                .filter(namespace -> namespace.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** A new account gets a namespace named after its owner's address, or the nearest free variant. */
    @EventListener
    void propose(Account.Opened opened) {
        var wanted = Variants.ofEmail(opened.email());
        var name = Stream.concat(Stream.of(wanted), Variants.numbered(wanted))
                .filter(variant -> rows.insert(opened.accountId(), variant, clock.instant()))
                .findFirst()
                .orElseThrow();
        audit.append(opened.accountId(), "bramble", "namespace.claimed", name, "proposed from the e-mail address");
    }

    NamespaceRows.Row get(Membership acting, UUID id) {
        return rows.find(acting.accountId(), id).orElseThrow(NamespaceNotFound::new);
    }

    void settle(UUID id, UUID engineId) {
        rows.settle(id, engineId);
    }

    private String freeVariant(String name) {
        return Variants.numbered(name)
                .filter(variant -> !rows.taken(variant))
                .findFirst()
                .orElseThrow();
    }

    private Namespace view(NamespaceRows.Row row) {
        return new Namespace(
                row.id(),
                row.name(),
                engines.endpoint(row.engineId(), row.name()).toString(),
                row.createdAt());
    }
}
