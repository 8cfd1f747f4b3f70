package dev.orderwright.access.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.access.User;
import dev.orderwright.access.Users;
import dev.orderwright.shared.web.SubjectBook;
import dev.orderwright.shared.web.Who;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** People by their logins, for pages of other modules. */
@Component
class UserSubjects implements SubjectBook {

    private final Users users;

    UserSubjects(Users users) {
        this.users = users;
    }

    @Override
    public String kind() {
        return "user";
    }

    @Override
    public String title() {
        return t("access.subjects.user");
    }

    @Override
    public Map<Long, Subject> subjects(Collection<Long> ids, Who who) {
        boolean mayOpen = who.may("access:admin");
        return users.all().stream()
                .filter(user -> ids.contains(user.id()))
                .collect(Collectors.toMap(
                        User::id, user -> new Subject(user.login(), mayOpen ? "/admin/users/" + user.login() : "")));
    }

    @Override
    public Optional<Long> find(String name) {
        return users.byLogin(name).map(User::id);
    }
}
