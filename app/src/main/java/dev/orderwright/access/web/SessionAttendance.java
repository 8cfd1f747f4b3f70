package dev.orderwright.access.web;

import dev.orderwright.access.Sessions;
import dev.orderwright.shared.web.Attendance;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/** A person is here for as long as the session lasts; whoever changes a person's rights ends their sessions. */
@Component
class SessionAttendance implements Attendance {

    private final Sessions sessions;

    SessionAttendance(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public boolean isStillHere(HttpServletRequest request) {
        return Caller.sessionToken(request).filter(sessions::isOpen).isPresent();
    }
}
