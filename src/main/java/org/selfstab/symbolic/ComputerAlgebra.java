package org.selfstab.symbolic;

/** The computer algebra system as a whole. Everything in this package loads it when needed; it takes about a second. */
public final class ComputerAlgebra {

    private ComputerAlgebra() {}

    /** Starts loading in a thread of its own, so that a problem can be read meanwhile. */
    public static void loadInBackground() {
        Thread loader = new Thread(SymjaEngine::load, "selfstab-load");
        loader.setDaemon(true);
        loader.start();
    }
}
