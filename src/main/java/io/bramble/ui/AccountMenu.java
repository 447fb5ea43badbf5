package io.bramble.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.bramble.account.Accounts;
import io.bramble.account.Profile;
import io.bramble.security.CurrentUser;

/** The person's menu: who is signed in, colours, signing out. */
@SpringComponent
@UIScope
class AccountMenu extends MenuBar {
    private final transient AuthenticationContext authentication;

    AccountMenu(Accounts accounts, CurrentUser currentUser, AuthenticationContext authentication) {
        this.authentication = authentication;
        addThemeVariants(MenuBarVariant.TERTIARY);
        fill(accounts.profile(currentUser.membership()));
    }

    private void fill(Profile profile) {
        var avatar = new Avatar(profile.name());
        avatar.getElement().setAttribute("tabindex", "-1");
        var root = addItem(avatar);
        root.setAriaLabel("Your account");
        var menu = root.getSubMenu();
        menu.addItem(createPerson(profile)).setEnabled(false);
        menu.addSeparator();
        menu.addItem("Account", _ -> UI.getCurrentOrThrow().navigate("account"));
        addColors(menu.addItem("Colours").getSubMenu());
        menu.addSeparator();
        menu.addItem("Sign out", _ -> signOut());
    }

    private void signOut() {
        EndedSessions.leaveOtherPages(UI.getCurrentOrThrow());
        authentication.logout();
    }

    private static Div createPerson(Profile profile) {
        var person = new Div(new Span(profile.name()), new Span(profile.email()));
        person.addClassName("person");
        return person;
    }

    private static void addColors(SubMenu menu) {
        for (var scheme : ColorScheme.values()) {
            var item = menu.addItem(scheme.title());
            item.setCheckable(true);
            item.addClickListener(_ -> choose(menu, item, scheme));
            scheme.isChosen(chosen -> item.setChecked(chosen));
        }
    }

    private static void choose(SubMenu menu, MenuItem chosen, ColorScheme scheme) {
        menu.getItems().forEach(item -> item.setChecked(item.equals(chosen)));
        scheme.applyTo(UI.getCurrentOrThrow());
    }
}
