/** What was asked of a run, what it went through, how it ended, and from which build of the program. */
package org.selfstab.run;
