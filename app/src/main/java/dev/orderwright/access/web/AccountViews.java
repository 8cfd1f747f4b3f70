package dev.orderwright.access.web;

import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.ui.KeyValue;
import java.util.List;

/** What the pages about signing in and one's own account show. */
public final class AccountViews {

    private AccountViews() {}

    /**
     * The sign-in form.
     *
     * @param next where it leads afterwards
     * @param problem why the last try failed, empty for none
     * @param notice why one has to sign in again, empty for none
     */
    public record SignInForm(Field login, Field password, String next, String problem, String notice) {}

    /**
     * One's own account.
     *
     * @param allowed what the roles allow, as sentences
     */
    public record Account(
            String name, List<Chip> roles, List<KeyValue> facts, List<String> allowed, List<SessionRow> sessions) {

        /**
         * One place where one is signed in.
         *
         * @param device short and readable: {@code Firefox on Linux}
         */
        public record SessionRow(
                String device, String address, String since, String lastSeen, boolean current, String endUrl) {}

        public boolean hasOthers() {
            return sessions.size() > 1;
        }
    }

    /**
     * The form for a new password.
     *
     * @param forced true when nothing else can be done before
     */
    public record NewPassword(Field current, Field next, boolean forced) {}
}
