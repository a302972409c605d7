print("krong")
