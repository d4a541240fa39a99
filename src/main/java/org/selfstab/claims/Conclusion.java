package org.selfstab.claims;

/** The theory's conclusions, theory.md (24)-(27). */
public enum Conclusion {
    COUPLING("coupling", 24, "max |v_t - v*_t| <= C_1 eps delta"),
    LOSS("loss", 25, "|L(theta_t) - L(dagger_t) - x*_t^2/eta| <= C_L eps delta^2/eta"),
    SHARPNESS("sharpness", 26, "|S(theta_t) - S(dagger_t) - y*_t - kappa_3 x*_t| <= C_S eps^2/eta"),
    AVERAGE(
            "average",
            27,
            "over whole periods mean x_t^2 = delta^2 (1 + O(eps)), mean loss elevation = delta^2/eta (1 + O(eps))");

    private final String title;
    private final int formula;
    private final String statement;

    Conclusion(String title, int formula, String statement) {
        this.title = title;
        this.formula = formula;
        this.statement = statement;
    }

    /** The name for people and in files. */
    public String title() {
        return title;
    }

    /** The number of its formula in theory.md. */
    public int formula() {
        return formula;
    }

    /** What it says. */
    public String statement() {
        return statement;
    }
}
