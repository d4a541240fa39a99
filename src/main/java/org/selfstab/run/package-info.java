/** What was asked of a run, how it ended, and from which build of the program. */
package org.selfstab.run;
