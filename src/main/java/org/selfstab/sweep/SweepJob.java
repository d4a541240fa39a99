package org.selfstab.sweep;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.selfstab.run.JournalHeader;
import org.selfstab.run.PredictedFrame;
import org.selfstab.run.ProjectionMethod;
import org.selfstab.run.RunOptions;

/**
 * All that determines the result of a sweep, as plain text, so that it can be sent to other machines.
 *
 * @param program the program: its version and the digest of its classes
 * @param file the problem file's name, for messages and for the problem's name
 * @param text the content of the problem file
 * @param data the data files that it names, by their names in it
 * @param fixed expressions of parameters, as after {@code --set}
 * @param grid the axes, each as {@link GridAxis#parse} takes it
 * @param quantities the names of the quantities wanted
 * @param claims the names of the claims to be judged
 * @param projection how points are brought to the stable set
 * @param frame the form of the predicted dynamics
 * @param horizon the number of steps; 0 leaves it to the problem
 * @param digits the decimal digits of the runs' numbers; 0 for double precision
 */
public record SweepJob(
        String program,
        String file,
        String text,
        Map<String, String> data,
        Map<String, String> fixed,
        List<String> grid,
        List<String> quantities,
        List<String> claims,
        ProjectionMethod projection,
        PredictedFrame frame,
        int horizon,
        int digits)
        implements Serializable {

    public SweepJob {
        data = Map.copyOf(data);
        fixed = Map.copyOf(fixed);
        grid = List.copyOf(grid);
        quantities = List.copyOf(quantities);
        claims = List.copyOf(claims);
    }

    /** How its runs are done. */
    RunOptions options() {
        RunOptions options = new RunOptions(projection, frame, horizon == 0 ? Optional.empty() : Optional.of(horizon));
        return digits == 0 ? options : options.withDigits(digits);
    }

    /** The numbers of its runs, as people say it. */
    public String numbers() {
        return options().numbers();
    }

    /** What tells this sweep from others: the file's name does not count, its content does. */
    Map<String, String> identity() {
        Map<String, String> identity = JournalHeader.identity(program, text, data, fixed);
        identity.put("grid", String.join(" ", grid));
        identity.put("quantities", String.join(" ", quantities));
        identity.put("claims", String.join(" ", claims));
        identity.put("projection", projection.toString());
        identity.put("frame", frame.toString());
        identity.put("horizon", horizon == 0 ? "of the problem" : Integer.toString(horizon));
        identity.put("precision", numbers());
        return identity;
    }
}
