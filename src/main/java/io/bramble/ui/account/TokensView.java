package io.bramble.ui.account;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.bramble.account.ApiToken;
import io.bramble.account.ApiTokens;
import io.bramble.account.Membership;
import io.bramble.security.CurrentUser;
import io.bramble.ui.parts.Dates;
import io.bramble.ui.parts.EmptyState;
import io.bramble.ui.parts.Notices;
import io.bramble.ui.parts.PageHeader;
import io.bramble.ui.parts.Question;
import io.bramble.ui.parts.Table;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;

/** Personal tokens for the REST API. */
@Route("tokens")
@PageTitle("API tokens – Bramble")
@PermitAll
class TokensView extends Div {
    private final transient ApiTokens tokens;
    private final transient Clock clock;
    private final Membership acting;
    private final String url;
    private final Table<ApiToken> table;

    TokensView(ApiTokens tokens, CurrentUser currentUser, Clock clock, @Value("${bramble.url}") String url) {
        this.tokens = tokens;
        this.clock = clock;
        this.acting = currentUser.membership();
        this.url = url;
        addClassName("page");
        table = createTable();
        add(createHeader(), table);
    }

    private PageHeader createHeader() {
        var create = createButton();
        create.getElement().setAttribute("data-shortcut", "c");
        return new PageHeader("API tokens")
                .withLine("For programs that manage buckets and keys through the REST API. "
                        + "Programs that read and write files use a bucket's access keys.")
                .withActions(create);
    }

    private Button createButton() {
        var create = new Button("Create token", _ -> openDialog());
        create.addThemeVariants(ButtonVariant.PRIMARY);
        return create;
    }

    private void openDialog() {
        new NewTokenDialog(tokens, acting, url, table::reload).open();
    }

    private Table<ApiToken> createTable() {
        var list = new Table<ApiToken>("API tokens");
        list.addText("Name", ApiToken::name);
        var hint = list.addCode("Token", token -> token.hint() + "…");
        var scopes = list.addText("Scopes", TokensView::scopes, TokensView::scopes)
                .setAutoWidth(false)
                .setWidth("10rem")
                .setFlexGrow(1);
        var used = list.addText("Last used", token -> relative(token.lastUsedAt()));
        list.addText("Expires", token -> relative(token.expiresAt()), token -> Dates.exact(token.expiresAt()));
        list.addBadge("State", this::state, this::theme).setAutoWidth(false).setWidth("6.5rem");
        list.addAction("Revoke", token -> token.revokedAt() == null, this::askToRevoke);
        list.roomy(hint, scopes, used);
        list.setRows((offset, limit) ->
                tokens.list(acting).stream().skip(offset).limit(limit).toList());
        list.setEmptyStateComponent(new EmptyState(
                VaadinIcon.TERMINAL,
                "No tokens yet",
                "A token lets a script or a pipeline do what you can do here, as far as you allow it.",
                new Button("Create your first token", _ -> openDialog())));
        return list;
    }

    private static String scopes(ApiToken token) {
        return String.join(", ", token.scopes());
    }

    private void askToRevoke(ApiToken token) {
        var text = "Programs that use this token are refused at once. This cannot be undone.";
        new Question("Revoke " + token.name() + "?", text, "Revoke", () -> revoke(token)).open();
    }

    private void revoke(ApiToken token) {
        tokens.revoke(acting, token.id());
        table.reload();
        Notices.done("Revoked " + token.name() + ".");
    }

    private String state(ApiToken token) {
        if (token.revokedAt() != null) return "Revoked";
        return token.expiresAt().isAfter(clock.instant()) ? "Active" : "Expired";
    }

    private String theme(ApiToken token) {
        return state(token).equals("Active") ? "success" : "";
    }

    private String relative(@org.jspecify.annotations.Nullable Instant moment) {
        return moment == null ? "Never" : Dates.relative(moment, clock.instant());
    }
}
