package io.bramble.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLink;
import io.bramble.account.Accounts;
import io.bramble.account.Membership;
import io.bramble.security.CurrentUser;
import jakarta.annotation.security.PermitAll;

/** What surrounds every page of the console: brand and navigation in a drawer, the person's menu at the top. */
@Layout
@PermitAll
@JsModule("./shortcuts.ts")
public final class MainLayout extends AppLayout {
    private final transient Accounts accounts;
    private final Membership acting;

    MainLayout(Accounts accounts, CurrentUser currentUser, AccountMenu menu) {
        this.accounts = accounts;
        this.acting = currentUser.membership();
        setPrimarySection(Section.DRAWER);
        addToDrawer(createBrand(), createNavigation());
        if (currentUser.isOperator()) addToDrawer(createOperatorsNavigation());
        addToNavbar(createToggle(), createSpace(), createHelp(), menu);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (!accounts.termsAccepted(acting)) new TermsDialog(accounts, acting).open();
    }

    private RouterLink createBrand() {
        var brand = new RouterLink(DashboardView.class);
        brand.addClassName("brand");
        brand.add(new Logo(), new Span("Bramble"));
        return brand;
    }

    private SideNav createNavigation() {
        var navigation = new SideNav();
        navigation.getElement().setAttribute("aria-label", "Main");
        navigation.addItem(
                new SideNavItem("Dashboard", "", VaadinIcon.HOME_O.create()),
                nested(new SideNavItem("Buckets", "buckets", VaadinIcon.DATABASE.create()), "b"),
                new SideNavItem("Usage", "usage", VaadinIcon.LINE_CHART.create()),
                new SideNavItem("API tokens", "tokens", VaadinIcon.TERMINAL.create()),
                new SideNavItem("Account", "account", VaadinIcon.USER.create()));
        return navigation;
    }

    private SideNav createOperatorsNavigation() {
        var navigation = new SideNav("Operators");
        navigation.addItem(
                new SideNavItem("Overview", "admin", VaadinIcon.DASHBOARD.create()),
                new SideNavItem("Accounts", "admin/accounts", VaadinIcon.USERS.create()),
                new SideNavItem("Usage report", "admin/usage", VaadinIcon.FILE_TABLE.create()),
                new SideNavItem("Engines", "admin/engines", VaadinIcon.SERVER.create()));
        return navigation;
    }

    private static SideNavItem nested(SideNavItem item, String alias) {
        item.setPathAliases(java.util.Set.of(alias));
        item.setMatchNested(true);
        return item;
    }

    private static DrawerToggle createToggle() {
        var toggle = new DrawerToggle();
        toggle.addThemeVariants(ButtonVariant.TERTIARY);
        toggle.setTooltipText("Navigation");
        return toggle;
    }

    private static Div createSpace() {
        var space = new Div();
        space.addClassName("space");
        return space;
    }

    private static Button createHelp() {
        var help = new Button(VaadinIcon.QUESTION_CIRCLE_O.create(), _ -> new ShortcutsDialog().open());
        help.addThemeVariants(ButtonVariant.TERTIARY);
        help.setAriaLabel("Keyboard shortcuts");
        help.setTooltipText("Keyboard shortcuts (?)");
        help.getElement().setAttribute("data-shortcut", "?");
        return help;
    }
}
