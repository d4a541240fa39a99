module paper {
    requires org.selfstab;
}
