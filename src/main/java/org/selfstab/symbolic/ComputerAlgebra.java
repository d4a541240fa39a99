package org.selfstab.symbolic;

/** The computer algebra system as a whole. Everything in this package loads it when needed; it takes about a second. */
public final class ComputerAlgebra {

    private ComputerAlgebra() {}

    /** Starts loading in a thread of its own, so that a problem can be read meanwhile. */
    public static void loadInBackground() {
        Thread loader = new Thread(SymjaEngine::load, "selfstab-load");
        loader.setDaemon(true);
        // What fails here fails again, and is told, where it is needed; a process that ends meanwhile needs it no more.
        loader.setUncaughtExceptionHandler((thread, failure) -> {});
        loader.start();
    }
}
